using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What would overturn the order of a round, and which question is worth asking again. Exact, without samples.</summary>
public static class GetOverturn
{
    /// <summary>How many scenarios are chosen when nobody says how many.</summary>
    public const int UsualChoice = 5;

    public sealed record View
    {
        public required string RoundId { get; init; }

        public required string Weights { get; init; }

        public required string ValueFunction { get; init; }

        /// <summary>Every two neighbours in the order, from the top.</summary>
        public required IReadOnlyList<OverturnLine> Neighbours { get; init; }

        /// <summary>How many scenarios are put on the agenda in <see cref="Questions"/>.</summary>
        public required int Chosen { get; init; }

        public required IReadOnlyList<QuestionWorth> Questions { get; init; }
    }

    public static async Task<View> HandleAsync(string id, RunOptions options, int chosen, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct)
    {
        var model = RoundModels.Of(await RoundSheet.LoadAsync(db, editions, id, ct), options, ct);
        var questions = new Questions(model, chosen);
        return new View
        {
            RoundId = id,
            Weights = model.Reference.Weights.Id,
            ValueFunction = model.Value.Id,
            Neighbours = new Overturn(model).Neighbours(cancel: ct),
            Chosen = questions.Chosen,
            Questions = questions.All(ct),
        };
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rounds/{id}/uncertainty/overturn", async (
                string id, string? weights, string? valueFunction, bool? withinClass, int? chosen, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct) =>
                await HandleAsync(id, GetUncertainty.Options(null, null, null, weights, null, valueFunction, withinClass), chosen ?? UsualChoice, db, editions, ct))
            .Needs(Permission.Read).WithName("getOverturn").WithSummary("What would overturn the order of a round");
}
