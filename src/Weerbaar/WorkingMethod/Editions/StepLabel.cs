using System.Globalization;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Words for a step that has none of its own, made from its bounds: "10 – 100 deaths", "more than 50 billion euros".</summary>
internal static class StepLabel
{
    private static readonly CultureInfo dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    public static Words For(double from, Step? previous, double? bound, bool inclusive, Words unit) => new(
        Range(from, previous, bound, inclusive, dutch, ("minder dan", "ten hoogste", "vanaf", "meer dan")) + " " + unit.Nl,
        Range(from, previous, bound, inclusive, english, ("less than", "at most", "from", "more than")) + " " + unit.En);

    private static string Range(
        double from, Step? previous, double? bound, bool inclusive, CultureInfo culture, (string Below, string UpTo, string From, string Above) words)
    {
        var lower = previous?.Bound ?? from;
        if (bound is not { } upper)
        {
            return $"{(previous is { Inclusive: true } ? words.Above : words.From)} {Number(lower, culture)}";
        }

        return lower == 0
            ? $"{(inclusive ? words.UpTo : words.Below)} {Number(upper, culture)}"
            : $"{Number(lower, culture)} – {Number(upper, culture)}";
    }

    private static string Number(double value, CultureInfo culture) => value switch
    {
        >= 1e9 => (value / 1e9).ToString("0.##", culture) + (culture == dutch ? " miljard" : " billion"),
        >= 1e6 => (value / 1e6).ToString("0.##", culture) + (culture == dutch ? " miljoen" : " million"),
        _ => value.ToString("#,0.####", culture),
    };
}
