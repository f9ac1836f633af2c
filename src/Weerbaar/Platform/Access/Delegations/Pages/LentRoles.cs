namespace Weerbaar.Platform.Access.Delegations.Pages;

/// <summary>What somebody lent and was lent, as a list with a button to take back; the model of the partial <c>_LentRoles</c>.</summary>
public sealed record LentRoles(IReadOnlyList<LentRole> All, string PersonId, AccessNames Names, DateOnly Today);
