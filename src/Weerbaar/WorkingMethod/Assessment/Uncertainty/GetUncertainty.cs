using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>How sure the outcome of a round is, drawn as the reader asks.</summary>
public static class GetUncertainty
{
    private const int AreaDigits = 4;

    public sealed record Area(double Share, IReadOnlyList<IReadOnlyList<double[]>> Contours);

    public sealed record ScenarioView
    {
        public required string ScenarioId { get; init; }

        public required Text Title { get; init; }

        public required int Rank { get; init; }

        public required Spread Impact { get; init; }

        public required double MeanImpact { get; init; }

        public required Spread? Likelihood { get; init; }

        public required string? Band { get; init; }

        /// <summary>By class, "not applicable" first.</summary>
        public required IReadOnlyDictionary<string, double> Bands { get; init; }

        /// <summary>Closed lines of [log10 likelihood, log10 impact].</summary>
        public required IReadOnlyList<Area> Areas { get; init; }
    }

    public sealed record View
    {
        public required string RoundId { get; init; }

        public required RunRecord Run { get; init; }

        public required IReadOnlyList<string> Criteria { get; init; }

        /// <summary>In the order of the rows and columns of the tables below.</summary>
        public required IReadOnlyList<ScenarioView> Scenarios { get; init; }

        public required double[][] RankAcceptability { get; init; }

        public required double[]?[] CentralWeights { get; init; }

        public required double?[] Confidence { get; init; }

        public required double[] HolisticIndex { get; init; }

        public required double[][] Pairwise { get; init; }

        public required double[] RankEntropy { get; init; }

        public required Errors StandardError { get; init; }

        public required LossPicture? YearlyLoss { get; init; }
    }

    public sealed record Errors(double Largest, double[][] RankAcceptability, double[][] Pairwise, double[]?[] CentralWeights, double?[] Confidence);

    public static async Task<(RoundSheet Sheet, RoundUncertainty Result)> HandleAsync(
        string id, RunOptions options, WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct)
    {
        options.Plan();
        var sheet = await RoundSheet.LoadAsync(db, editions, id, ct);
        return (sheet, await runs.GetAsync(RoundModels.Of(sheet, options, ct), options, ct));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rounds/{id}/uncertainty", async (
                string id, long? samples, double? error, ulong? seed, string? weights, string? sampling, string? valueFunction, bool? withinClass,
                WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct) =>
            {
                var options = Options(samples, error, seed, weights, sampling, valueFunction, withinClass);
                var (sheet, result) = await HandleAsync(id, options, db, editions, runs, ct);
                return ViewOf(sheet, result);
            })
            .Needs(Permission.Read).WithName("getUncertainty").WithSummary("How sure the outcome of a round is");

    internal static RunOptions Options(long? samples, double? error, ulong? seed, string? weights, string? sampling, string? value, bool? withinClass)
    {
        new InputCheck().Require(samples is null || error is null, "samples", "uncertainty.error.samples-and-error").ThrowIfAny();
        var usual = new RunOptions();
        return new RunOptions
        {
            Samples = samples ?? (error is null ? usual.Samples : RunOptions.MostSamples),
            Error = error,
            Seed = seed ?? usual.Seed,
            Sampling = sampling ?? usual.Sampling,
            Weights = weights,
            Value = value,
            WithinClass = withinClass ?? false,
        };
    }

    private static View ViewOf(RoundSheet sheet, RoundUncertainty result) => new()
    {
        RoundId = sheet.Round.Id,
        Run = result.Run,
        Criteria = result.Model.Criteria,
        Scenarios = [.. result.Scenarios.Select(s => ViewOf(s, sheet, result))],
        RankAcceptability = result.Ranks.RankAcceptability,
        CentralWeights = result.Ranks.CentralWeights,
        Confidence = result.Ranks.Confidence,
        HolisticIndex = result.Ranks.HolisticIndex,
        Pairwise = result.Ranks.Pairwise,
        RankEntropy = result.Ranks.RankEntropy,
        StandardError = ErrorsOf(result.Ranks.StandardError),
        YearlyLoss = result.Loss,
    };

    private static Errors ErrorsOf(Analysis.Robustness.Acceptability.AcceptabilityErrors e) =>
        new(e.Largest, e.RankAcceptability, e.Pairwise, e.CentralWeights, e.Confidence);

    private static ScenarioView ViewOf(ScenarioUncertainty scenario, RoundSheet sheet, RoundUncertainty result) => new()
    {
        ScenarioId = scenario.Id,
        Title = sheet.Rows.First(r => r.Scenario.Id == scenario.Id).Scenario.Title,
        Rank = scenario.Rank,
        Impact = scenario.Impact,
        MeanImpact = scenario.MeanImpact,
        Likelihood = scenario.Likelihood,
        Band = scenario.Band,
        Bands = scenario.Bands.Zip(result.Model.Edition.Impact.Choices).ToDictionary(b => b.Second.Id, b => b.First),
        Areas = [.. scenario.Regions.Select(r => new Area(r.Share, [.. r.Polygons.Select(p => (IReadOnlyList<double[]>)[.. p.Select(q => new[] { Math.Round(q.X, AreaDigits), Math.Round(q.Y, AreaDigits) })])]))],
    };
}
