namespace Weerbaar.Platform.Access;

/// <summary>The words for markings outside the interface: in files, addresses and on the command line; whatever the case, as with every word over the API.</summary>
public static class MarkingWords
{
    public static IReadOnlyDictionary<string, Marking> All { get; } = new Dictionary<string, Marking>(StringComparer.OrdinalIgnoreCase)
    {
        ["public"] = Marking.Public,
        ["internal"] = Marking.Internal,
        ["departmental-confidential"] = Marking.DepartmentalConfidential,
        ["state-confidential"] = Marking.StateConfidential,
        ["state-secret"] = Marking.StateSecret,
        ["state-top-secret"] = Marking.StateTopSecret,
    };

    public static string Of(Marking marking) => All.First(m => m.Value == marking).Key;
}
