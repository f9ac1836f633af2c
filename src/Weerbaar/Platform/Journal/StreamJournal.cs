using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The journal as lines over the API, sent while they are read.</summary>
public static class StreamJournal
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/journal/export", (string? since, JournalFormat? format, WeerbaarDb db, ServerSettings settings, CancellationToken ct) =>
                SendAsync(since, format ?? JournalFormat.Jsonl, db, settings, ct))
            .Needs(Permission.ReadJournal).Leaves().WithName("exportJournal").WithSummary("The journal as JSON lines or CloudEvents, after a number or from a moment on");
        api.MapGet("/journal/{seq}", (long seq, WeerbaarDb db, CancellationToken ct) => ListJournal.OneAsync(db, seq, ct))
            .Needs(Permission.ReadJournal).WithName("getJournalEntry").WithSummary("One entry of the journal");
    }

    private static async Task<PushStreamHttpResult> SendAsync(string? since, JournalFormat format, WeerbaarDb db, ServerSettings settings, CancellationToken ct)
    {
        new InputCheck().Require(Enum.IsDefined(format), "format", "rules.word", EnumWords.Of(typeof(JournalFormat))).ThrowIfAny();
        var choice = await JournalExport.ChooseAsync(db, format, since, ct);
        return TypedResults.Stream(to => WriteAsync(to, JournalExport.LinesAsync(db, format, choice, settings.EventSource, ct), ct), "application/x-ndjson");
    }

    public static async Task WriteAsync(Stream to, IAsyncEnumerable<string> lines, CancellationToken ct)
    {
        await foreach (var line in lines)
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), ct);
        }
    }
}
