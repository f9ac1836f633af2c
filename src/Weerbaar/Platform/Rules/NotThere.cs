namespace Weerbaar.Platform.Rules;

/// <summary>There is no such object for this reader: it does not exist, or it is marked above the clearance. Answered as 404.</summary>
public sealed class NotThere(string kind, string id) : Exception($"No {kind} '{id}'.");
