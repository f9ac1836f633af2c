using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.Tests.Assessment;

/// <summary>The edition nl-2009 as if it put its criteria together in another way.</summary>
internal static class OtherRules
{
    public const string Product = "rule: weighted-product";
    public const string Medal = "rule: medal";
    public const string Outranking = "rule: electre-tri\n  cut: 0.6\n  assignment: careful\n  indifference: 0\n  preference: 1\n  veto: 4";

    public static LoadedEdition Edition(string rule)
    {
        var (errors, text) = (new InputErrors(), File.ReadAllText(Path.Combine(Methods.Folder, "nl-2009.yaml")).Replace("rule: weighted-sum", rule, StringComparison.Ordinal));
        var edition = EditionCatalogue.Parse(rule == Medal ? text.Replace("base: 3,", "base: 11,", StringComparison.Ordinal) : text, "nl-2009.yaml", errors);
        errors.All.ShouldBeEmpty();
        return new(edition!, "nl-2009.yaml", "0");
    }
}
