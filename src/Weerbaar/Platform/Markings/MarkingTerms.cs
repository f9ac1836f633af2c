using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Markings;

/// <summary>Traffic Light Protocol 2.0 of FIRST: how far what was exchanged may be passed on (first.org/tlp).</summary>
public enum Tlp
{
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}

public static class TlpWords
{
    /// <summary>The label as the standard writes it, the same in every language.</summary>
    public static string Of(Tlp tlp) => "TLP:" + (tlp == Tlp.AmberStrict ? "AMBER+STRICT" : tlp.ToString().ToUpperInvariant());
}

/// <summary>
/// A marking as it is set: how high and until which day, to what it falls on that day, how far what was received may be
/// passed on, and to which organisations alone it is released.
/// </summary>
/// <param name="Until">From this day on the marking is <paramref name="FallsTo"/>; null means until somebody sets another.</param>
/// <param name="ReleasedTo">Codes of the organisations; none means everybody with the clearance.</param>
public sealed record MarkingTerms(Marking Marking, DateOnly? Until, Marking FallsTo, Tlp? Tlp, IReadOnlyList<string> ReleasedTo)
{
    public static MarkingTerms Of(Marking marking) => new(marking, null, Marking.Public, null, []);

    public InputCheck Check(InputCheck check, DateOnly today) => check
        .Require(Enum.IsDefined(Marking), "marking", "thread.error.marking")
        .Require(Until is null || Until > today, "until", "markings.error.until")
        .Require(Until is null || (Enum.IsDefined(FallsTo) && FallsTo < Marking), "fallsTo", "markings.error.falls-to")
        .Require(ReleasedTo.Distinct(StringComparer.Ordinal).Count() == ReleasedTo.Count, "releasedTo", "organisations.error.twice");
}

/// <summary>The organisations something is released to, as one text that a query can look in: <c>;BZK;JenV;</c>, or nothing.</summary>
public static class ReleaseList
{
    public static string Of(IEnumerable<string> codes) => string.Concat(codes.Order(StringComparer.Ordinal).Select((c, i) => i == 0 ? Entry(c) : c + ";"));

    /// <summary>One organisation as it stands in the list.</summary>
    public static string Entry(string code) => $";{code};";

    public static IReadOnlyList<string> Codes(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
