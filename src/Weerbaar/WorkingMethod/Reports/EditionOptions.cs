using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>What the verbs share that let something out of the program.</summary>
internal static class EditionOptions
{
    public static Option<string> Marking { get; } = new("--marking")
    {
        Description = $"The highest marking that may be in it: {string.Join(", ", Edition.Markings)}",
        DefaultValueFactory = _ => "public",
    };

    public static Marking MarkingOf(ParseResult parsed)
    {
        var asked = parsed.GetValue(Marking)!;
        return Edition.Markings.Contains(asked)
            ? Edition.ReadMarking(asked)
            : throw new BadUse($"There is no marking '{asked}'. Choose from {string.Join(", ", Edition.Markings)}.");
    }
}
