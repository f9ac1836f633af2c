namespace Weerbaar.Platform.Access;

/// <summary>What a person may be allowed to do. Reading is bounded by the clearance besides.</summary>
public enum Permission
{
    Read,
    WriteThreats,
    WriteScenarios,
    OpenRounds,
    Judge,
    EstablishRounds,
    RecordDecisions,
    WriteCapabilities,
    WriteMeasures,
    ReportProgress,
    PlanCycle,
    SetMarking,
    ReadJournal,
    ManagePeople,
    LoadExamples,
    SignIn,
    ShareInternal,
    ShareConfidential,
    OpenInEmergency,
}
