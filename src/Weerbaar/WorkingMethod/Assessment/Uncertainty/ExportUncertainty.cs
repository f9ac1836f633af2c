using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What leaves the program of a run: its tables as CSV, its samples as SIPmath, and its record.</summary>
public static class ExportUncertainty
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds/{id}/uncertainty/tables/{table}", async (
                string id, string table, long? samples, ulong? seed, string? weights, string? sampling, string? valueFunction, bool? withinClass,
                WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct) =>
            {
                var options = GetUncertainty.Options(samples, seed, weights, sampling, valueFunction, withinClass);
                var (_, result) = await GetUncertainty.HandleAsync(id, options, db, editions, runs, ct);
                var csv = UncertaintyTables.Csv(table, result) ?? throw new InvalidInput("table", "uncertainty.error.table", table, string.Join(", ", UncertaintyTables.Names));
                return TypedResults.File(csv, "text/csv; charset=utf-8", $"{id}-{table}.csv");
            })
            .Needs(Permission.Read).WithName("getUncertaintyTable").WithSummary("A table of a run as CSV");
        api.MapGet("/rounds/{id}/uncertainty/samples", async (
                string id, long? samples, ulong? seed, string? weights, string? sampling, string? valueFunction, bool? withinClass,
                WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct) =>
            {
                var options = GetUncertainty.Options(samples, seed, weights, sampling, valueFunction, withinClass);
                var (sheet, result) = await GetUncertainty.HandleAsync(id, options, db, editions, runs, ct);
                var titles = sheet.Rows.ToDictionary(r => r.Scenario.Id, r => r.Scenario.Title.Here);
                return TypedResults.File(SipMath.Write(result, scenario => titles[scenario], ct), "application/json", $"{id}-sipmath.json");
            })
            .Needs(Permission.Read).WithName("getUncertaintySamples").WithSummary("The samples of a run as SIPmath 3.0");
        api.MapGet("/rounds/{id}/uncertainty/run", async (
                string id, long? samples, ulong? seed, string? weights, string? sampling, string? valueFunction, bool? withinClass,
                WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct) =>
            {
                var options = GetUncertainty.Options(samples, seed, weights, sampling, valueFunction, withinClass);
                return (await GetUncertainty.HandleAsync(id, options, db, editions, runs, ct)).Result.Run;
            })
            .Needs(Permission.Read).WithName("getUncertaintyRun").WithSummary("The record of a run, to repeat it");
    }
}
