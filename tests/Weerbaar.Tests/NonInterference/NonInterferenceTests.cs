using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.NonInterference;

/// <summary>Two databases that differ only in what a reader may not see give that reader the same bytes, on every page and every route.</summary>
public sealed class NonInterferenceTests
{
    private const string Leak = "/api/v1/leak/";

    [Theory, OnEveryDatabase]
    public async Task What_a_reader_may_not_see_changes_no_byte_of_any_answer(DatabaseKind kind)
    {
        await using var worlds = await TwoWorlds.MakeAsync(kind);
        foreach (var reader in kind == DatabaseKind.Sqlite ? ["reader", "analyst"] : new[] { "reader" }) // the same filters; every answer twice takes long enough
        {
            var walk = new Walk(worlds, worlds.Cookies[reader]);

            (await walk.DifferencesAsync()).ShouldBeEmpty(reader);
            walk.Asked.ShouldBeGreaterThan(500);
        }

        (await new Walk(worlds, worlds.Cookies["cleared"]).DifferencesAsync(path => path.StartsWith("/api/v1/t", StringComparison.Ordinal))).Count.ShouldBeGreaterThan(10, "Who may see it sees it: otherwise the worlds do not differ at all.");
    }

    /// <summary>Each a route nobody told the walk about, which lets through one thing.</summary>
    public static TheoryData<string> Leaks => ["count", "search", "error", "export", "file-name", "etag", "cache", "length", "order", "event"];

    [Theory, MemberData(nameof(Leaks))]
    public async Task A_planted_leak_of_each_kind_is_found(string leak)
    {
        await using var worlds = await TwoWorlds.MakeAsync(DatabaseKind.Sqlite, app => Plant(app, leak));

        var found = await new Walk(worlds, worlds.Cookies["reader"]).DifferencesAsync(path => path.StartsWith(Leak, StringComparison.Ordinal));

        found.ShouldNotBeEmpty(leak);
        found.ShouldAllBe(f => f.Contains(Leak));
    }

    private static void Plant(WebApplication app, string leak)
    {
        var route = leak switch
        {
            "count" => app.MapGet(Leak + "count", async (WeerbaarDb db) => new { total = await All(db).CountAsync() }),
            "search" => app.MapGet(Leak + "search", async (WeerbaarDb db, string? q) => await All(db).Where(o => o.Title.Nl.Contains(q ?? "?")).Select(o => o.Id).ToListAsync()),
            "error" => app.MapGet(Leak + "error/{id}", async (WeerbaarDb db, string id) =>
                await All(db).AnyAsync(o => o.Id == id) ? Results.Problem("You may not see this.", statusCode: 404) : Results.Problem("There is no such thing.", statusCode: 404)),
            "export" => app.MapGet(Leak + "export", async (WeerbaarDb db) => Results.File(Encoding.UTF8.GetBytes(string.Join('\n', await All(db).OrderBy(o => o.Id).Select(o => o.Title.Nl).ToListAsync())), "text/csv")),
            "file-name" => app.MapGet(Leak + "file-name", async (WeerbaarDb db) => Results.File("same"u8.ToArray(), "text/csv", $"objects-{await All(db).CountAsync()}.csv")),
            "etag" => app.MapGet(Leak + "etag", async (WeerbaarDb db, HttpContext http) => await HeaderAsync(db, http, "ETag", n => $"\"{n}\"")),
            "cache" => app.MapGet(Leak + "cache", async (WeerbaarDb db, HttpContext http) => await HeaderAsync(db, http, "Cache-Control", n => $"max-age={n}")),
            "length" => app.MapGet(Leak + "length", async (WeerbaarDb db) => await db.Database.SqlQueryRaw<int>("SELECT length(summary_nl) AS \"Value\" FROM threat ORDER BY id LIMIT 1").ToListAsync()),
            "order" => app.MapGet(Leak + "order", async (WeerbaarDb db) => await db.Database.SqlQueryRaw<string>("SELECT id AS \"Value\" FROM thread_link l JOIN indexed_object o ON o.id = l.to_id GROUP BY o.id ORDER BY count(*), o.id").ToListAsync()),
            _ => app.MapGet(Leak + "event", async (WeerbaarDb db, HttpContext http) =>
            {
                var last = await db.Journal.IgnoreQueryFilters().MaxAsync(e => e.Seq);
                http.Response.ContentType = "text/event-stream";
                await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {last}\n\n"));
            }),
        };
        route.RequireAuthorization().WithMetadata(new NeedsPermission(Permission.Read));
    }

    private static IQueryable<IndexedObject> All(WeerbaarDb db) => db.Objects.IgnoreQueryFilters().AsNoTracking();

    private static async Task<string> HeaderAsync(WeerbaarDb db, HttpContext http, string header, Func<int, string> value)
    {
        http.Response.Headers[header] = value(await All(db).CountAsync());
        return "same";
    }
}
