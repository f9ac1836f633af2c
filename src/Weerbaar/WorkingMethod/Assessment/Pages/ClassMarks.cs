using Microsoft.AspNetCore.Html;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Classes of any edition on the ramp of five: by their place on the scale, whatever they are called.</summary>
public static class ClassMarks
{
    public static IHtmlContent Chip(string id, int level, int top) => ClassChips.Chip(id, Step(level, top));

    public static IHtmlContent Chip(ImpactClass @class, ImpactScale scale) => Chip(@class.Id, @class.Level, scale.Top);

    public static IHtmlContent Chip(LikelihoodClass @class, LikelihoodScale scale) => Chip(@class.Id, @class.Level, scale.Classes.Count);

    /// <summary>The best class, with lower and upper small beside it when they differ.</summary>
    public static IHtmlContent Range(ImpactClass lower, ImpactClass best, ImpactClass upper, ImpactScale scale) => ClassChips.Range(
        (lower.Id, Step(lower.Level, scale.Top)), (best.Id, Step(best.Level, scale.Top)), (upper.Id, Step(upper.Level, scale.Top)));

    public static IHtmlContent Range(LikelihoodClass lower, LikelihoodClass best, LikelihoodClass upper, LikelihoodScale scale) => ClassChips.Range(
        (lower.Id, Step(lower.Level, scale.Classes.Count)), (best.Id, Step(best.Level, scale.Classes.Count)), (upper.Id, Step(upper.Level, scale.Classes.Count)));

    private static int Step(int level, int top) => level == 0 ? 0 : Ramp.Step(level - 1, top);
}
