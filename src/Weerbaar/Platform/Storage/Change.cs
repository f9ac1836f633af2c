namespace Weerbaar.Platform.Storage;

/// <summary>What is being done, as the journal will say it: the verb (<c>threats.edit</c>) and the reason given.</summary>
public sealed record Change(string Verb, string Reason = "")
{
    /// <summary>The id of the person whom the reason says something of: it is sealed for them. Null where it is of nobody.</summary>
    public string? About { get; init; }
}
