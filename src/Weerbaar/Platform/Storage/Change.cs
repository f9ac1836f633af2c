namespace Weerbaar.Platform.Storage;

/// <summary>What is being done, as the journal will say it: the verb (<c>threats.edit</c>) and the reason given.</summary>
public sealed record Change(string Verb, string Reason = "");
