using System.Globalization;

namespace Weerbaar.Platform.Drawing;

public static partial class RiskDiagram
{
    /// <summary>The same figures as a table: every scenario, also those the diagram could not place.</summary>
    public static TableTwin ToTable(Input input, Words words) => new(
        input.Title,
        [
            words.Number, words.Scenario, words.Theme,
            words.Likelihood, words.Lower, words.Best, words.Upper,
            words.Impact, words.Lower, words.Best, words.Upper,
            words.Remark,
        ],
        [.. input.Risks.OrderBy(r => r.Number).Select(r => Row(r, input, words))]);

    private static IReadOnlyList<TwinCell> Row(Risk risk, Input input, Words words) =>
    [
        new(risk.Number.ToString(CultureInfo.InvariantCulture), IsNumber: true),
        new(risk.Title, Href: risk.Href),
        new(risk.ThemeTitle),
        .. Cells(risk.Likelihood, input.Likelihood, words),
        .. Cells(risk.Impact, input.Impact, words),
        new(string.Join(", ", Remarks(risk, words))),
    ];

    internal static IEnumerable<string> Remarks(Risk risk, Words words)
    {
        if (risk.IsUnverified)
        {
            yield return words.UnverifiedRemark;
        }

        if (risk.IsInvented)
        {
            yield return words.InventedRemark;
        }
    }

    private static IEnumerable<TwinCell> Cells(Range? range, ClassAxis axis, Words words) => range is null
        ? [new(words.NoClass), Number("–"), Number("–"), Number("–")]
        :
        [
            new(RiskPlot.IsNothing(range) ? words.NoImpact : RiskSentence.Class(axis, range.Best ?? range.Lower, range.Best ?? range.Upper)),
            Number(axis.Write(range.Lower)),
            Number(range.Best is { } best ? axis.Write(best) : "–"),
            Number(double.IsInfinity(range.Upper) ? "–" : axis.Write(range.Upper)),
        ];

    private static TwinCell Number(string text) => new(text, IsNumber: true);
}
