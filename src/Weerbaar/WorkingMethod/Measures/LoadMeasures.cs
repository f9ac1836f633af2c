using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>Measures with their reports from <c>measures.yaml</c> of an example.</summary>
internal sealed class LoadMeasures(OrganisationCatalogue organisations)
{
    private static readonly Dictionary<string, MeasureStatus> statuses = new()
    {
        ["planned"] = MeasureStatus.Planned,
        ["running"] = MeasureStatus.Running,
        ["done"] = MeasureStatus.Done,
        ["stopped"] = MeasureStatus.Stopped,
    };

    public ExamplePart Part => new("measures.yaml", item => (Read(item), []));

    private Measure Read(ExampleItem item)
    {
        var (leads, partners) = (item.Keys.OptionalTexts("leads"), item.Keys.OptionalTexts("partners"));
        organisations.Check("leads", leads);
        organisations.Check("partners", partners);
        var status = item.Keys.Choice("status", statuses);
        var measure = new Measure(item.Id, new MeasureDescription
        {
            Title = item.Title,
            Summary = item.OptionalText("summary"),
            Leads = leads,
            Partners = partners,
            Due = item.Keys.OptionalDate("due"),
            DueNote = item.OptionalText("dueNote"),
        }, status);
        foreach (var report in item.Each("progress", map => ReadProgress(map, item.Folder)))
        {
            measure.Report(report);
        }

        RefuseOtherStatus(item, measure, status);
        return measure;
    }

    /// <summary>The file says the status twice; both must agree.</summary>
    private static void RefuseOtherStatus(ExampleItem item, Measure measure, MeasureStatus status)
    {
        if (measure.Status != status)
        {
            item.Keys.Error($"The status is '{status}', but the newest report says '{measure.Status}'. Make them the same.");
        }
    }

    private static Progress ReadProgress(YamlMap map, ExampleFolder folder) => new(
        map.Date("date"), map.Bilingual("text"), map.Choice("status", statuses), folder.Cite(map.OptionalMap("source")));
}
