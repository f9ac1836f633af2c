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

/// <summary>How far a permission reaches when the role that brings it holds for one organisation or one object.</summary>
public static class PermissionReach
{
    /// <summary>One's own: held by whoever has any role, wherever that holds. What is read is bounded by markings instead.</summary>
    public static IReadOnlySet<Permission> Own { get; } = new HashSet<Permission> { Permission.Read, Permission.SignIn };

    /// <summary>Of the whole program: held only by a role that holds everywhere.</summary>
    public static IReadOnlySet<Permission> Whole { get; } = new HashSet<Permission>
    {
        Permission.ReadJournal, Permission.ManagePeople, Permission.LoadExamples,
        Permission.ShareInternal, Permission.ShareConfidential, Permission.OpenInEmergency,
    };

    /// <summary>Never lent to another: it leads to how people sign in, or to seeing more than one is cleared for.</summary>
    public static IReadOnlySet<Permission> NeverLent { get; } = new HashSet<Permission> { Permission.ManagePeople, Permission.OpenInEmergency };

    /// <summary>About objects: held for those that the role holds for.</summary>
    public static bool IsOfObjects(this Permission permission) => !Own.Contains(permission) && !Whole.Contains(permission);
}
