using System.Globalization;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The axes an outcome is drawn on, from its edition and the value function chosen.</summary>
public sealed record RoundAxes(ClassAxis Likelihood, ClassAxis Impact)
{
    private const int halvings = 200;

    public static RoundAxes Of(MethodEdition edition, ValueFunction value, Texts texts) =>
        new(LikelihoodOf(edition.Likelihood, texts), ImpactOf(edition, value, texts));

    private static ClassAxis LikelihoodOf(LikelihoodScale scale, Texts texts)
    {
        double?[] horizons = [.. new[] { scale.HazardHorizonYears, scale.MaliciousHorizonYears }.Where(h => h is not null).Distinct()];
        var title = horizons is [{ } years]
            ? years == 1 ? texts["assessment.axis.likelihood-year"] : texts["assessment.axis.likelihood-years", years]
            : texts["assessment.axis.likelihood"];
        var classes = scale.Classes.Select((c, k) => new AxisClass(c.Id, c.Label.Here(), k == 0 ? 0 : c.From.Value, c.To.Value));
        return new ClassAxis(title, [.. classes], AxisNumbers.Percent, CultureInfo.CurrentCulture);
    }

    private static ClassAxis ImpactOf(MethodEdition edition, ValueFunction value, Texts texts)
    {
        var edges = Edges(edition, value);
        var top = value.Currency is null ? 1 : double.PositiveInfinity;
        double[] all = [0, .. edges, top];
        var classes = edition.Impact.Classes.Select((c, k) => new AxisClass(c.Id, c.Label.Here(), all[k], all[k + 1]));
        return new ClassAxis(
            texts["assessment.axis.impact"], [.. classes], AxisNumbers.Plain, CultureInfo.CurrentCulture,
            value.Currency ?? "", isLogarithmic: value is not LinearValue);
    }

    /// <summary>Where each class of overall impact ends; halfway between the values of the classes where the edition has no bands.</summary>
    private static double[] Edges(MethodEdition edition, ValueFunction value)
    {
        var top = edition.Impact.Top;
        return edition.Bands switch
        {
            { Measure: BandMeasure.Value } bands => [.. bands.Edges],
            { } bands => [.. bands.Edges.Select(level => ValueAt(level, value, top))],
            null => [.. Enumerable.Range(1, top - 1).Select(level => Math.Sqrt(value.Of(level, top) * value.Of(level + 1, top)))],
        };
    }

    /// <summary>The overall value at a level between two classes: the level rises with the value, so halving finds it.</summary>
    private static double ValueAt(double level, ValueFunction value, int top)
    {
        var (low, high) = (value.Of((int)Math.Floor(level), top), value.Of((int)Math.Ceiling(level), top));
        for (var i = 0; i < halvings && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = value.LevelOf(middle, top) < level ? (middle, high) : (low, middle);
        }

        return high;
    }
}

public static class WordsHere
{
    /// <summary>The words of an edition in the reader's language.</summary>
    public static string Here(this Words words) => words.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
