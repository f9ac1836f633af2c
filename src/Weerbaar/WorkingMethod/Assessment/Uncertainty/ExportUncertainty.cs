using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What leaves the program of a run: its tables as CSV, its samples as SIPmath, and its record.</summary>
public static class ExportUncertainty
{
    /// <summary>The run that is asked for, as it stands in the address, and what it is made with.</summary>
    internal sealed record Asked
    {
        [FromRoute(Name = "id")]
        public required string Id { get; init; }

        [FromQuery(Name = "samples")]
        public long? Samples { get; init; }

        [FromQuery(Name = "seed")]
        public ulong? Seed { get; init; }

        [FromQuery(Name = "weights")]
        public string? Weights { get; init; }

        [FromQuery(Name = "sampling")]
        public string? Sampling { get; init; }

        [FromQuery(Name = "valueFunction")]
        public string? ValueFunction { get; init; }

        [FromQuery(Name = "withinClass")]
        public bool? WithinClass { get; init; }

        public required WeerbaarDb Db { get; init; }

        public required EditionCatalogue Editions { get; init; }

        public required UncertaintyRuns Runs { get; init; }

        public RunOptions Options => GetUncertainty.Options(Samples, Seed, Weights, Sampling, ValueFunction, WithinClass);

        public Task<(RoundSheet Sheet, RoundUncertainty Result)> RunAsync(CancellationToken ct) => GetUncertainty.HandleAsync(Id, Options, Db, Editions, Runs, ct);

        public Task RecordAsync(string file, CancellationToken ct) => Db.RecordExportAsync(ExportedFile.OfRound(Db, Id, file), ct);
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds/{id}/uncertainty/tables/{table}", async ([AsParameters] Asked asked, string table, CancellationToken ct) =>
            {
                var (_, result) = await asked.RunAsync(ct);
                var csv = UncertaintyTables.Csv(table, result) ?? throw new InvalidInput("table", "uncertainty.error.table", table, string.Join(", ", UncertaintyTables.Names));
                await asked.RecordAsync($"{table}.csv", ct);
                return TypedResults.File(csv, "text/csv; charset=utf-8", $"{asked.Id}-{table}.csv");
            })
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyTable").WithSummary("A table of a run as CSV");
        api.MapGet($"/rounds/{{id}}/uncertainty/tables/{UncertaintyTables.OfPair}", async ([AsParameters] Asked asked, string? one, string? other, CancellationToken ct) =>
            {
                var (_, result) = await asked.RunAsync(ct);
                var pair = ComparedPair.Checked(result, one, other);
                var shares = await asked.Runs.ExplainAsync(asked.Runs.Ask(result.Model, asked.Options), pair, ct);
                await asked.RecordAsync($"{UncertaintyTables.OfPair}.csv", ct);
                return TypedResults.File(UncertaintyTables.Explained(result, pair, shares), "text/csv; charset=utf-8", $"{asked.Id}-{UncertaintyTables.OfPair}.csv");
            })
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyExplained").WithSummary("What the uncertainty about the difference of two scenarios comes from, as CSV");
        api.MapGet("/rounds/{id}/uncertainty/samples", async ([AsParameters] Asked asked, CancellationToken ct) =>
            {
                var (sheet, result) = await asked.RunAsync(ct);
                var titles = sheet.Rows.ToDictionary(r => r.Scenario.Id, r => r.Scenario.Title.Here);
                var samples = SipMath.Write(result, scenario => titles[scenario], DateOnly.FromDateTime(asked.Db.Now.UtcDateTime), ct);
                await asked.RecordAsync("sipmath.json", ct);
                return TypedResults.File(samples, "application/json", $"{asked.Id}-sipmath.json");
            })
            .Needs(Permission.Read).Leaves().WithName("getUncertaintySamples").WithSummary("The impacts of a run as SIPmath 3.0");
        api.MapGet("/rounds/{id}/uncertainty/run", async ([AsParameters] Asked asked, CancellationToken ct) =>
            {
                var (_, result) = await asked.RunAsync(ct);
                await asked.RecordAsync("run.json", ct);
                return result.Run;
            })
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyRun").WithSummary("The record of a run, to repeat it");
    }
}
