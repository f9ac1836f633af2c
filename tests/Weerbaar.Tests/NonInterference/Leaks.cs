using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Live;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.NonInterference;

/// <summary>Routes nobody told the walk about, which each let through one thing.</summary>
internal static class Leaks
{
    public const string Root = "/api/v1/leak/";

    /// <summary>The one that answers the same, but asks the database for more where there is something.</summary>
    public const string Work = "work";

    /// <summary>The one that goes on, as live messages do; it is in no document.</summary>
    public const string Live = "live";

    /// <summary>Those that a byte gives away.</summary>
    public static readonly string[] OfBytes = ["count", "search", "error", "export", "file-name", "etag", "cache", "length", "order", "event"];

    public static void Plant(WebApplication app)
    {
        foreach (var leak in OfBytes.Append(Work))
        {
            Plant(app, leak).RequireAuthorization().WithMetadata(new NeedsPermission(Permission.Read));
        }

        app.MapGet(Root + Live, TellAllAsync).RequireAuthorization().WithMetadata(new NeedsPermission(Permission.Read)).ExcludeFromDescription();
    }

    private static RouteHandlerBuilder Plant(WebApplication app, string leak) => leak switch
    {
        "count" => app.MapGet(Root + "count", async (WeerbaarDb db) => new { total = await All(db).CountAsync() }),
        "search" => app.MapGet(Root + "search", async (WeerbaarDb db, string? q) => await All(db).Where(o => o.Title.Nl.Contains(q ?? "?")).Select(o => o.Id).ToListAsync()),
        "error" => app.MapGet(Root + "error/{id}", async (WeerbaarDb db, string id) =>
            await All(db).AnyAsync(o => o.Id == id) ? Results.Problem("You may not see this.", statusCode: 404) : Results.Problem("There is no such thing.", statusCode: 404)),
        "export" => app.MapGet(Root + "export", async (WeerbaarDb db) => Results.File(Encoding.UTF8.GetBytes(string.Join('\n', await All(db).OrderBy(o => o.Id).Select(o => o.Title.Nl).ToListAsync())), "text/csv")),
        "file-name" => app.MapGet(Root + "file-name", async (WeerbaarDb db) => Results.File("same"u8.ToArray(), "text/csv", $"objects-{await All(db).CountAsync()}.csv")),
        "etag" => app.MapGet(Root + "etag", async (WeerbaarDb db, HttpContext http) => await HeaderAsync(db, http, "ETag", n => $"\"{n}\"")),
        "cache" => app.MapGet(Root + "cache", async (WeerbaarDb db, HttpContext http) => await HeaderAsync(db, http, "Cache-Control", n => $"max-age={n}")),
        "length" => app.MapGet(Root + "length", async (WeerbaarDb db) => await db.Database.SqlQueryRaw<int>("SELECT length(summary_nl) AS \"Value\" FROM threat ORDER BY id LIMIT 1").ToListAsync()),
        "order" => app.MapGet(Root + "order", async (WeerbaarDb db) => await db.Database.SqlQueryRaw<string>("SELECT id AS \"Value\" FROM thread_link l JOIN indexed_object o ON o.id = l.to_id GROUP BY o.id ORDER BY count(*), o.id").ToListAsync()),
        Work => app.MapGet(Root + "work/{id}", async (WeerbaarDb db, string id) => await All(db).AnyAsync(o => o.Id == id) && await db.Objects.AnyAsync(o => o.Id == id)),
        _ => app.MapGet(Root + "event", async (WeerbaarDb db, HttpContext http) =>
        {
            var last = await db.Journal.IgnoreQueryFilters().MaxAsync(e => e.Seq);
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {last}\n\n"));
        }),
    };

    /// <summary>Tells of every entry of the journal, and not only of those its reader may see.</summary>
    private static async Task TellAllAsync(HttpContext http, string? from, WeerbaarDb db, LivePosition positions)
    {
        var entries = db.Journal.IgnoreQueryFilters().AsNoTracking();
        var told = positions.Open(from) ?? await entries.MaxAsync(e => e.Seq);
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync("retry: 1000\n\n");
        await http.Response.Body.FlushAsync();
        while (!http.RequestAborted.IsCancellationRequested)
        {
            var some = await entries.Where(e => e.Seq > told).OrderBy(e => e.Seq).Select(e => new LiveMessage(e.Seq, e.Kind, e.ObjectId, e.AlsoOf, e.Verb, "")).ToListAsync();
            if (some.Count > 0)
            {
                told = some[^1].Seq;
                await http.Response.Body.WriteAsync(LiveMessage.Event(some, positions.Seal(told)));
                await http.Response.Body.FlushAsync();
            }

            await Task.Delay(20);
        }
    }

    private static IQueryable<IndexedObject> All(WeerbaarDb db) => db.Objects.IgnoreQueryFilters().AsNoTracking();

    private static async Task<string> HeaderAsync(WeerbaarDb db, HttpContext http, string header, Func<int, string> value)
    {
        http.Response.Headers[header] = value(await All(db).CountAsync());
        return "same";
    }
}
