using static Weerbaar.Platform.Access.Permission;

namespace Weerbaar.Platform.Access;

public enum Role
{
    Reader,
    Analyst,
    Coordinator,
    Administrator,
    PanelExpert,
    Reviewer,
    MinistryContact,
    DecisionMaker,
    CrisisCoordinator,
    InformationManager,
    CrisisOfficer,
    ApiClient,
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

    private static readonly Dictionary<Role, IReadOnlySet<Permission>> all =
        Enum.GetValues<Role>().ToDictionary(role => role, role => (IReadOnlySet<Permission>)Of(role).ToHashSet());

    /// <summary>Roles that a person can be given; the others are of programs.</summary>
    public static IReadOnlyList<Role> OfPeople { get; } = [.. Enum.GetValues<Role>().Where(r => r != Role.ApiClient)];

    public static IReadOnlySet<Permission> Permissions(this Role role) => all[role];

    private static Permission[] Of(Role role) => role switch
    {
        Role.Reader => ofReader,
        Role.Reviewer or Role.CrisisOfficer => [.. ofReader, ShareInternal],
        Role.CrisisCoordinator or Role.InformationManager => [.. ofReader, ShareInternal, OpenInEmergency],
        Role.PanelExpert => [.. ofReader, Judge],
        Role.MinistryContact => [.. ofReader, ReportProgress],
        Role.DecisionMaker => [.. ofReader, RecordDecisions, ShareInternal],
        Role.Analyst => ofAnalyst,
        Role.Coordinator => ofCoordinator,
        Role.Administrator => ofAdministrator,
        Role.ApiClient => [Read],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };
}
