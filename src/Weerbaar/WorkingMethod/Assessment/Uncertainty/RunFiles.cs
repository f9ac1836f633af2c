using System.Text.Json;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>A file made of a run, with the name it is saved under.</summary>
public sealed record RunFile(byte[] Content, string MediaType, string Name);

/// <summary>
/// The files of a run of a round: its tables as CSV (<c>ranks.csv</c>), what explains the difference of two scenarios
/// (<c>explained.csv</c>), its samples as SIPmath, and its record.
/// </summary>
public sealed class RunFiles(WeerbaarDb db, EditionCatalogue editions, UncertaintyRuns runs)
{
    public const string Samples = "sipmath.json";
    public const string Record = "run.json";
    private const string csv = ".csv";

    private static readonly HashSet<string> all = [Samples, Record, .. UncertaintyTables.Names.Select(n => n + csv)];

    /// <summary>Makes a file and says that it leaves.</summary>
    /// <param name="one">Of the pair that is explained, the scenario above.</param>
    /// <param name="other">And the one below.</param>
    /// <exception cref="InvalidInput">There is no such file.</exception>
    public async Task<RunFile> MakeAsync(string roundId, string file, RunOptions options, string? one, string? other, CancellationToken ct)
    {
        new InputCheck().Require(all.Contains(file), "table", "uncertainty.error.table", Path.GetFileNameWithoutExtension(file), string.Join(", ", UncertaintyTables.Names)).ThrowIfAny();
        var (sheet, result) = await GetUncertainty.HandleAsync(roundId, options, db, editions, runs, ct);
        var (content, mediaType) = file switch
        {
            Samples => (SamplesOf(sheet, result, ct), "application/json"),
            Record => (JsonSerializer.SerializeToUtf8Bytes(result.Run, JsonSerializerOptions.Web), "application/json"),
            $"{UncertaintyTables.OfPair}{csv}" => (await ExplainedAsync(result, options, one, other, ct), "text/csv; charset=utf-8"),
            _ => (UncertaintyTables.Csv(file[..^csv.Length], result, ct)!, "text/csv; charset=utf-8"),
        };
        db.Leaves(ExportedFile.OfRound(roundId, file));
        return new(content, mediaType, $"{roundId}-{file}");
    }

    private byte[] SamplesOf(RoundSheet sheet, RoundUncertainty result, CancellationToken ct)
    {
        var titles = sheet.Rows.ToDictionary(r => r.Scenario.Id, r => r.Scenario.Title.Here);
        return SipMath.Write(result, scenario => titles[scenario], db.Day, ct);
    }

    private async Task<byte[]> ExplainedAsync(RoundUncertainty result, RunOptions options, string? one, string? other, CancellationToken ct)
    {
        var pair = ComparedPair.Checked(result, one, other);
        return UncertaintyTables.Explained(result, pair, await runs.ExplainAsync(runs.Ask(result.Model, options), pair, ct));
    }
}
