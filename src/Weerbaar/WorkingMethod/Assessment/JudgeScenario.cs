using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Judges how likely a scenario is, or gives its overall impact as such; an empty range takes the judgement back.</summary>
public static class JudgeScenario
{
    public sealed record Request
    {
        public ClassRange? Range { get; init; }

        public Text Note { get; init; } = Text.Empty;
    }

    public sealed record View(
        string ScenarioId, ClassRange? Likelihood, Text LikelihoodNote, ClassRange? Overall, Text OverallNote, long Version)
    {
        public static View Of(AssessedScenario a) =>
            new(a.ScenarioId, a.Likelihood, a.LikelihoodNote, a.Overall, a.OverallNote, a.Version);
    }

    /// <param name="version">The version that was seen; 0 when nothing was judged of the scenario as a whole yet.</param>
    public static Task<AssessedScenario> LikelihoodAsync(
        string roundId, string scenarioId, long version, Request request, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct) =>
        HandleAsync(roundId, scenarioId, version, "assessment.judge-likelihood", db, (round, scenario, assessed) =>
        {
            var scale = editions.Of(round).Edition.Likelihood;
            if (request.Range is { } range)
            {
                LikelihoodText.Read(range, scale, scenario.Nature);
            }

            assessed.JudgeLikelihood(request.Range is { } said ? LikelihoodText.ById(said, scale) : null, request.Note);
        }, ct);

    /// <param name="version">The version that was seen; 0 when nothing was judged of the scenario as a whole yet.</param>
    public static Task<AssessedScenario> OverallAsync(
        string roundId, string scenarioId, long version, Request request, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct) =>
        HandleAsync(roundId, scenarioId, version, "assessment.give-overall", db, (round, _, assessed) =>
        {
            if (request.Range is { } range)
            {
                ImpactText.Read(range, editions.Of(round).Edition.Impact);
            }

            assessed.GiveOverall(request.Range, request.Note);
        }, ct);

    private static async Task<AssessedScenario> HandleAsync(
        string roundId, string scenarioId, long version, string verb, WeerbaarDb db,
        Action<Round, Scenario, AssessedScenario> judge, CancellationToken ct)
    {
        var round = await db.GetAsync<Round>(roundId, ct);
        round.MustAssess(scenarioId);
        db.RelyOn(round);
        var scenario = await db.GetAsync<Scenario>(scenarioId, ct);
        var id = AssessedScenario.IdOf(roundId, scenarioId);
        var assessed = await db.SeenOrNewAsync(id, version, () => new AssessedScenario(roundId, scenarioId), ct);
        judge(round, scenario, assessed);
        await db.SaveAsync(new Change(verb), ct);
        return assessed;
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/rounds/{roundId}/scenarios/{scenarioId}/likelihood", async (
                string roundId, string scenarioId, IfMatch version, Request request,
                WeerbaarDb db, EditionCatalogue editions, HttpContext http, CancellationToken ct) =>
            {
                var assessed = await LikelihoodAsync(roundId, scenarioId, version.Version, request, db, editions, ct);
                return http.WithVersion(View.Of(assessed), assessed);
            })
            .Needs(Permission.Judge).WithName("judgeLikelihood").WithSummary("Judge how likely a scenario is");
        api.MapPut("/rounds/{roundId}/scenarios/{scenarioId}/overall", async (
                string roundId, string scenarioId, IfMatch version, Request request,
                WeerbaarDb db, EditionCatalogue editions, HttpContext http, CancellationToken ct) =>
            {
                var assessed = await OverallAsync(roundId, scenarioId, version.Version, request, db, editions, ct);
                return http.WithVersion(View.Of(assessed), assessed);
            })
            .Needs(Permission.Judge).WithName("giveOverall").WithSummary("Give the overall impact of a scenario as such");
    }
}
