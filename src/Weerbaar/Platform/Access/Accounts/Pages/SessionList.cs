namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>The open sessions of a person, and which of them is the reader's own.</summary>
public sealed record SessionList(IReadOnlyList<Session> Sessions, string? Here);
