using System.Globalization;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Drawing;

public static partial class RiskDiagram
{
    /// <summary>The words of the diagram and of its table, and how numbers are written.</summary>
    public sealed record Words(
        CultureInfo Culture,
        string Hint,
        string Themes,
        string Reading,
        string AreaMeans,
        string DenseMeans,
        string WholeMeans,
        string BestMeans,
        string ClassOnlyMeans,
        string BubbleMeans,
        string UnverifiedMeans,
        string Unplaced,
        string Invented,
        string EmptyTitle,
        string EmptyLine,
        string NoClass,
        string NoImpact,
        string DescriptionCount,
        string BubbleCount,
        string Number,
        string Scenario,
        string Theme,
        string Likelihood,
        string Impact,
        string Lower,
        string Best,
        string Upper,
        string Remark,
        string InventedRemark,
        string UnverifiedRemark)
    {
        public static Words From(Texts t) => new(
            CultureInfo.CurrentCulture,
            t["drawing.risk.hint"],
            t["drawing.risk.themes"],
            t["drawing.risk.reading"],
            t["drawing.risk.areaMeans"],
            t["drawing.risk.denseMeans"],
            t["drawing.risk.wholeMeans"],
            t["drawing.risk.bestMeans"],
            t["drawing.risk.classOnlyMeans"],
            t["drawing.risk.bubbleMeans"],
            t["drawing.risk.unverifiedMeans"],
            t["drawing.risk.unplaced"],
            t["drawing.risk.invented"],
            t["drawing.risk.emptyTitle"],
            t["drawing.risk.emptyLine"],
            t["drawing.risk.noClass"],
            t["drawing.risk.noImpact"],
            t["drawing.risk.descriptionCount"],
            t["drawing.risk.bubbleCount"],
            t["drawing.risk.number"],
            t["drawing.risk.scenario"],
            t["drawing.risk.theme"],
            t["drawing.risk.likelihood"],
            t["drawing.risk.impact"],
            t["drawing.risk.lower"],
            t["drawing.risk.best"],
            t["drawing.risk.upper"],
            t["drawing.risk.remark"],
            t["drawing.risk.inventedRemark"],
            t["drawing.risk.unverifiedRemark"]);
    }
}
