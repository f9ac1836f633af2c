using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Establishes a round, so that decisions can rest on it, or opens an established one again.</summary>
public static class EstablishRound
{
    public sealed record Request
    {
        public DateOnly? On { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Round> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct)
    {
        var round = await db.GetAsync<Round>(id, ct);
        db.Expect(round, version);
        round.MustBeDraft();
        RequireComplete(
            RoundResult.Of(await RoundSheet.LoadWholeAsync(db, editions, id, ct)),
            (await RoundSheet.LoadAsync(db, editions, id, ct)).Rows.Select(r => r.Scenario.Id).ToHashSet(StringComparer.Ordinal));
        round.Establish(request.On ?? db.Day);
        await db.SaveAsync(new Change("assessment.establish", request.Reason), ct);
        return round;
    }

    public static async Task<Round> ReopenAsync(string id, long version, string reason, WeerbaarDb db, CancellationToken ct)
    {
        new InputCheck().Reason(reason).ThrowIfAny();
        var round = await db.GetAsync<Round>(id, ct);
        db.Expect(round, version);
        round.Reopen();
        await db.SaveAsync(new Change("assessment.reopen", reason.Trim()), ct);
        return round;
    }

    /// <summary>Every scenario counts, also those the actor may not see; only those the actor may see are named.</summary>
    private static void RequireComplete(RoundResult whole, HashSet<string> seen)
    {
        var open = whole.Scenarios.Where(s => s.Impact is null || s.Likelihood is null).Select(s => s.Row.Scenario).ToList();
        var named = open.Where(s => seen.Contains(s.Id)).Select(s => s.Title.Here).ToList();
        if (named.Count > 0 || whole.Scenarios.Count == 0)
        {
            throw new BrokenRule("assessment.rule.incomplete", named.Count == 0 ? "–" : string.Join(", ", named));
        }

        if (open.Count > 0)
        {
            throw new BrokenRule("assessment.rule.incomplete-unseen");
        }
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/rounds/{id}/establishment", async (
                string id, IfMatch version, Request request, WeerbaarDb db, EditionCatalogue editions,
                HttpContext http, CancellationToken ct) =>
            {
                var round = await HandleAsync(id, version.Version, request, db, editions, ct);
                return http.WithVersion(RoundView.Of(round), round);
            })
            .Needs(Permission.EstablishRounds).WithName("establishRound").WithSummary("Establish a round");
        api.MapPost("/rounds/{id}/reopening", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var round = await ReopenAsync(id, version.Version, request.Reason, db, ct);
                return http.WithVersion(RoundView.Of(round), round);
            })
            .Needs(Permission.EstablishRounds).WithName("reopenRound").WithSummary("Open an established round again");
    }
}
