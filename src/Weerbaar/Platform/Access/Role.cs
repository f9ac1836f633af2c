using static Weerbaar.Platform.Access.Permission;

namespace Weerbaar.Platform.Access;

public enum Role
{
    Reader,
    Analyst,
    Coordinator,
    Administrator,
}

/// <summary>The one table of who may do what. What is not named here is refused.</summary>
public static class RolePermissions
{
    private static readonly Permission[] ofReader = [Read, Permission.SignIn];

    private static readonly Permission[] ofAnalyst =
        [.. ofReader, WriteThreats, WriteScenarios, Judge, WriteCapabilities, ReportProgress, SetMarking, ShareInternal];

    private static readonly Permission[] ofCoordinator =
        [.. ofAnalyst, OpenRounds, EstablishRounds, RecordDecisions, WriteMeasures, PlanCycle, ReadJournal, ShareConfidential, OpenInEmergency];

    private static readonly Permission[] ofAdministrator = [.. ofCoordinator, ManagePeople, LoadExamples];

    public static IReadOnlySet<Permission> Permissions(this Role role) => role switch
    {
        Role.Reader => ofReader.ToHashSet(),
        Role.Analyst => ofAnalyst.ToHashSet(),
        Role.Coordinator => ofCoordinator.ToHashSet(),
        Role.Administrator => ofAdministrator.ToHashSet(),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };
}
