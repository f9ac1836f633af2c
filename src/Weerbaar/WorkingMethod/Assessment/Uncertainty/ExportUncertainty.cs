using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What leaves the program of a run, over the API.</summary>
public static class ExportUncertainty
{
    /// <summary>The run that is asked for, as it stands in the address.</summary>
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

        public RunOptions Options => GetUncertainty.Options(Samples, Seed, Weights, Sampling, ValueFunction, WithinClass);
    }

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rounds/{id}/uncertainty/tables/{table}", ([AsParameters] Asked asked, string table, [FromServices] RunFiles files, CancellationToken ct) =>
                SendAsync(asked, $"{table}.csv", files, null, null, ct))
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyTable").WithSummary("A table of a run as CSV");
        api.MapGet($"/rounds/{{id}}/uncertainty/tables/{UncertaintyTables.OfPair}", ([AsParameters] Asked asked, string? one, string? other, [FromServices] RunFiles files, CancellationToken ct) =>
                SendAsync(asked, $"{UncertaintyTables.OfPair}.csv", files, one, other, ct))
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyExplained").WithSummary("What the uncertainty about the difference of two scenarios comes from, as CSV");
        api.MapGet("/rounds/{id}/uncertainty/samples", ([AsParameters] Asked asked, [FromServices] RunFiles files, CancellationToken ct) =>
                SendAsync(asked, RunFiles.Samples, files, null, null, ct))
            .Needs(Permission.Read).Leaves().WithName("getUncertaintySamples").WithSummary("The impacts of a run as SIPmath 3.0");
        api.MapGet("/rounds/{id}/uncertainty/run", async ([AsParameters] Asked asked, WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs, CancellationToken ct) =>
            {
                var (_, result) = await GetUncertainty.HandleAsync(asked.Id, asked.Options, db, editions, runs, ct);
                db.Leaves(ExportedFile.OfRound(asked.Id, RunFiles.Record));
                return result.Run;
            })
            .Needs(Permission.Read).Leaves().WithName("getUncertaintyRun").WithSummary("The record of a run, to repeat it");
    }

    private static async Task<FileContentHttpResult> SendAsync(Asked asked, string file, RunFiles files, string? one, string? other, CancellationToken ct)
    {
        var made = await files.MakeAsync(asked.Id, file, asked.Options, one, other, ct);
        return TypedResults.File(made.Content, made.MediaType, made.Name);
    }
}
