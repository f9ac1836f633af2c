using System.Globalization;
using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Probabilities as percentages, with as many decimals as they need.</summary>
public static class Percent
{
    private const int figures = 2;

    public static string Of(Probability probability)
    {
        var percent = probability.Value * 100;
        var decimals = percent <= 0 ? 0 : Math.Clamp(figures - 1 - (int)Math.Floor(Math.Log10(percent)), 0, 10);
        return percent.ToString("0." + new string('#', decimals), CultureInfo.CurrentCulture) + "%";
    }

    /// <summary>From one bound up to the next; the lowest class is all below its upper bound.</summary>
    public static string Interval(LikelihoodClass level, LikelihoodScale scale) =>
        level.Level == 1 ? $"< {Of(level.To)}"
        : level.Level == scale.Classes.Count ? $"≥ {Of(level.From)}"
        : $"{Of(level.From)}–{Of(level.To)}";
}
