using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// The highest marking this installation may hold. State secrets belong only on systems accredited for them, so what is
/// above the ceiling is refused wherever a marking or a clearance comes in, and shown to nobody if it is there all the same.
/// </summary>
public sealed record MarkingCeiling(Marking Highest)
{
    /// <summary>The variable of the environment that sets it.</summary>
    public const string Variable = "WEERBAAR_MARKING_CEILING";

    public static MarkingCeiling Default { get; } = new(Marking.DepartmentalConfidential);

    /// <exception cref="FormatException">The word is no marking above public: what is new is internal.</exception>
    public static MarkingCeiling Read(string? word) => string.IsNullOrEmpty(word) ? Default
        : MarkingWords.All.TryGetValue(word, out var highest) && highest > Marking.Public ? new(highest)
        : throw new FormatException($"{Variable} is '{word}'. Choose from {string.Join(", ", MarkingWords.All.Keys.Skip(1))}.");

    /// <summary>The lower of a marking and the ceiling.</summary>
    public Marking Cap(Marking marking) => marking > Highest ? Highest : marking;

    /// <exception cref="InvalidInput">The marking is above the ceiling.</exception>
    public void Check(string field, Marking marking) =>
        new InputCheck().Require(marking <= Highest, field, "markings.error.ceiling", new Texts().Of(Cap(marking))).ThrowIfAny();

    /// <summary>The markings somebody may choose from on a form: never above the ceiling, nor above what they see themselves.</summary>
    public IEnumerable<SelectListItem> Choices(Texts texts, Marking clearance) =>
        texts.Choices<Marking>().Take((int)Cap(clearance) + 1);
}
