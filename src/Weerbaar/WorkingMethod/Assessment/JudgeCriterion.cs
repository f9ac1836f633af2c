using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Judges a scenario on one criterion: lower, best and upper class, with the reason and the source.</summary>
public static class JudgeCriterion
{
    public sealed record Request
    {
        public required string Lower { get; init; }

        public required string Best { get; init; }

        public required string Upper { get; init; }

        public Text Reason { get; init; } = Text.Empty;

        public Citation Source { get; init; } = Citation.None;

        /// <summary>What the class was computed from, if it was; the best class must then be the one computed.</summary>
        public JudgementInput? Input { get; init; }
    }

    public sealed record View(
        string Criterion, ClassRange Range, Text Reason, Citation Source, JudgementInput? Input, long Version)
    {
        public static View Of(CriterionJudgement j) => new(j.Criterion, j.Range, j.Reason, j.Source, j.Input, j.Version);
    }

    /// <param name="version">The version of the judgement that was seen; 0 when there was none yet.</param>
    public static async Task<CriterionJudgement> HandleAsync(
        string roundId, string scenarioId, string criterion, long version, Request request,
        WeerbaarDb db, EditionCatalogue editions, CancellationToken ct)
    {
        var round = await db.GetAsync<Round>(roundId, ct);
        round.MustAssess(scenarioId);
        db.RelyOn(round);
        await db.GetAsync<Scenarios.Scenario>(scenarioId, ct);
        var range = Check(editions.Of(round).Edition, criterion, request);
        var id = CriterionJudgement.IdOf(roundId, scenarioId, criterion);
        var judgement = await db.SeenOrNewAsync(id, version, () => new CriterionJudgement(roundId, scenarioId, criterion), ct);
        judgement.Judge(range, request.Reason, request.Source, request.Input);
        await db.SaveAsync(new Change("assessment.judge", request.Reason.Here), ct);
        return judgement;
    }

    private static ClassRange Check(MethodEdition edition, string criterion, Request request)
    {
        var judged = edition.FindCriterion(criterion) ?? throw new InvalidInput(
            "criterion", "assessment.error.criterion", criterion, string.Join(", ", edition.Criteria.Select(c => c.Id)));
        var range = new ClassRange(request.Lower.Trim(), request.Best.Trim(), request.Upper.Trim());
        var classes = ImpactText.Read(range, edition.Impact);
        if (request.Input is { } input && ComputeClass.Of(judged, input, edition).Class is var computed && computed != classes.Best)
        {
            throw new InvalidInput("best", "assessment.error.not-computed", computed.Id);
        }

        return range;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/rounds/{roundId}/scenarios/{scenarioId}/judgements/{criterion}", async (
                string roundId, string scenarioId, string criterion, IfMatch version, Request request,
                WeerbaarDb db, EditionCatalogue editions, HttpContext http, CancellationToken ct) =>
            {
                var judgement = await HandleAsync(roundId, scenarioId, criterion, version.Version, request, db, editions, ct);
                return http.WithVersion(View.Of(judgement), judgement);
            })
            .Needs(Permission.Judge).WithName("judgeCriterion")
            .WithSummary("Judge a scenario on one criterion; If-Match \"0\" for the first judgement");
}
