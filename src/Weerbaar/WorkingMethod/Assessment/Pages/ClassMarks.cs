using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Classes of any edition on the ramp of five: by their place on the scale, whatever they are called.</summary>
public static class ClassMarks
{
    private static readonly string[] steps = ["a", "b", "c", "d", "e"];

    public static IHtmlContent Chip(string id, int level, int top, bool edge = false)
    {
        var chip = new TagBuilder("span");
        chip.AddCssClass($"w-class w-class--{(level == 0 ? "x" : steps[Ramp.Step(level - 1, top) - 1])}{(edge ? " w-class--edge" : "")}");
        chip.InnerHtml.Append(id);
        return chip;
    }

    public static IHtmlContent Chip(ImpactClass @class, ImpactScale scale, bool edge = false) => Chip(@class.Id, @class.Level, scale.Top, edge);

    public static IHtmlContent Chip(LikelihoodClass @class, LikelihoodScale scale, bool edge = false) =>
        Chip(@class.Id, @class.Level, scale.Classes.Count, edge);

    /// <summary>The best class, with lower and upper small beside it when they differ.</summary>
    public static IHtmlContent Range(ImpactClass lower, ImpactClass best, ImpactClass upper, ImpactScale scale) => Ranged(
        (lower.Id, lower.Level), (best.Id, best.Level), (upper.Id, upper.Level), scale.Top);

    public static IHtmlContent Range(LikelihoodClass lower, LikelihoodClass best, LikelihoodClass upper, LikelihoodScale scale) => Ranged(
        (lower.Id, lower.Level), (best.Id, best.Level), (upper.Id, upper.Level), scale.Classes.Count);

    private static IHtmlContent Ranged((string Id, int Level) lower, (string Id, int Level) best, (string Id, int Level) upper, int top)
    {
        if (lower == best && best == upper)
        {
            return Chip(best.Id, best.Level, top);
        }

        return new HtmlContentBuilder()
            .AppendHtml("<span class=\"w-class-range\"><span class=\"w-visually-hidden\">")
            .Append(new Texts()["site.class.range", best.Id, lower.Id, upper.Id])
            .AppendHtml("</span><span class=\"w-class-range\" aria-hidden=\"true\">")
            .AppendHtml(Chip(lower.Id, lower.Level, top, edge: true)).Append("–").AppendHtml(Chip(best.Id, best.Level, top))
            .Append("–").AppendHtml(Chip(upper.Id, upper.Level, top, edge: true))
            .AppendHtml("</span></span>");
    }
}
