using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Rounds with their judgements from <c>rounds.yaml</c> of an example.</summary>
internal sealed class LoadRounds(EditionCatalogue editions)
{
    public ExamplePart Part => new("rounds.yaml", Read);

    private (MarkedObject, IEnumerable<Part>) Read(ExampleItem item)
    {
        var keys = item.Keys;
        var editionId = keys.Text("edition");
        if (editions.Find(editionId) is null)
        {
            keys.Error($"There is no method edition '{editionId}'. There are {string.Join(", ", editions.Ids)}.");
        }

        var round = new Round(item.Id, editionId, item.Title, item.OptionalText("summary"));
        var parts = item.Each("scenarios", map => ReadScenario(map, item, editionId));
        round.Assess([.. parts.SelectMany(p => p).OfType<AssessedScenario>().Select(a => a.ScenarioId)]);
        var established = keys.Choice("status", new Dictionary<string, bool> { ["draft"] = false, ["established"] = true });
        var on = keys.OptionalDate("establishedOn");
        if (established)
        {
            round.Establish(on);
        }

        return (round, parts.SelectMany(p => p));
    }

    private IReadOnlyList<Part> ReadScenario(YamlMap map, ExampleItem item, string editionId)
    {
        var assessed = new AssessedScenario(item.Id, map.Text("scenario"));
        assessed.JudgeLikelihood(Range(map.OptionalMap("likelihood")), map.OptionalBilingual("likelihoodNote") ?? Text.Empty);
        assessed.GiveOverall(Impact(map.OptionalMap("overallGiven"), editionId), map.OptionalBilingual("overallNote") ?? Text.Empty);
        assessed.ComesFrom(item.Folder.Cite(map.OptionalMap("source")));
        var judgements = map.OptionalMaps("judgements").Select(j => ReadJudgement(j, item, assessed.ScenarioId, editionId)).ToList();
        return [assessed, .. judgements];
    }

    private CriterionJudgement ReadJudgement(YamlMap map, ExampleItem item, string scenarioId, string editionId)
    {
        var criterion = map.Text("criterion");
        if (editions.Find(editionId)?.Edition.FindCriterion(criterion) is null)
        {
            map.Error($"'{criterion}' is no criterion of {editionId}.");
        }

        var judgement = new CriterionJudgement(item.Id, scenarioId, criterion);
        var range = Impact(map, editionId) ?? ClassRange.Of("X");
        judgement.Judge(range, map.OptionalBilingual("reason") ?? Text.Empty, item.Folder.Cite(map.OptionalMap("source")), null);
        map.RefuseOtherKeys();
        return judgement;
    }

    /// <summary>A range of classes of the edition's scale.</summary>
    private ClassRange? Impact(YamlMap? map, string editionId)
    {
        if (map is null || Range(map) is not { } range)
        {
            return null;
        }

        if (editions.Find(editionId) is { } edition)
        {
            ImpactText.Read(range, edition.Edition.Impact);
        }

        return range;
    }

    /// <summary>Lower and upper are the best when they are left out.</summary>
    private static ClassRange? Range(YamlMap? map) => map is null
        ? null
        : map.Text("best") is var best
            ? new ClassRange(map.OptionalText("lower") ?? best, best, map.OptionalText("upper") ?? best)
            : null;
}
