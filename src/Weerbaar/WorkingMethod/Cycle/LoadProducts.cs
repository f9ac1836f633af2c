using System.Text.RegularExpressions;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>Products from <c>products.yaml</c> of an example. When it is due is a day, a year, years, or words in both languages.</summary>
internal sealed partial class LoadProducts(OrganisationCatalogue organisations)
{
    private static readonly Dictionary<string, ProductKind> kinds = new()
    {
        ["strategic-exploration"] = ProductKind.StrategicExploration,
        ["thematic-deepening"] = ProductKind.ThematicDeepening,
        ["horizon-scan"] = ProductKind.HorizonScan,
        ["risk-assessment"] = ProductKind.RiskAssessment,
        ["findings-report"] = ProductKind.FindingsReport,
        ["planning"] = ProductKind.Planning,
        ["progress-letter"] = ProductKind.ProgressLetter,
        ["midterm-review"] = ProductKind.MidtermReview,
    };

    public ExamplePart Part => new("products.yaml", item => (Read(item), []));

    private Product Read(ExampleItem item)
    {
        var (due, note) = ReadDue(item.Keys);
        var description = new ProductDescription
        {
            ProductKind = item.Keys.Choice("kind", kinds),
            Title = item.Title,
            Due = due,
            DueNote = note,
            Cadence = item.OptionalText("cadence"),
            Lead = item.Keys.OptionalText("lead") ?? "",
        };
        organisations.Check("lead", description.Leads);
        var product = new Product(item.Id, description);
        if (item.Keys.OptionalDate("delivered") is { } delivered)
        {
            product.Deliver(delivered);
        }

        return product;
    }

    private static (DateOnly? Due, Text Note) ReadDue(YamlMap keys) => keys.Find("due") switch
    {
        null => (null, Text.Empty),
        { IsMap: true } => (null, keys.Bilingual("due")),
        { IsText: true } value when Years().IsMatch(value.AsText()) => (null, keys.Bilingual("due")),
        _ => (keys.OptionalDate("due"), Text.Empty),
    };

    [GeneratedRegex("^[0-9]{4}(-[0-9]{4})?$")]
    private static partial Regex Years();
}
