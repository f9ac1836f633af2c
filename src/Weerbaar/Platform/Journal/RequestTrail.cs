using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// What every request leaves in the journal besides what it changed: that it was refused, what was searched for, and what
/// was read that is marked above internal. One entry a request, written before the answer leaves: what can't be written
/// down is not given out.
/// </summary>
public static class RequestTrail
{
    public const string Header = "X-Request-Id";
    public const string Denied = "access.denied";
    public const string Search = "read.search";
    public const string Read = "read.marked";

    /// <summary>The name under which an entry lists the ids of what was read.</summary>
    public const string ReadIds = "read";

    private const string wordsParameter = "q";
    private const int mostIds = 200;
    private const int longest = 300;

    internal static void UseRequestTrail(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state => LeaveAsync((HttpContext)state), http);
        return next(http);
    });

    /// <summary>The verbs of what changes nothing here: what was refused, searched or read, and what left. What is kept ready until something changes stays good.</summary>
    public static IReadOnlyList<string> WithoutChange { get; } = [Denied, Search, Read, ExportedFile.OfTable, ExportedFile.OfAssessment, ExportedFile.OfReport];

    public static bool IsChange(string verb) => !WithoutChange.Contains(verb);

    private static Task LeaveAsync(HttpContext http)
    {
        var current = http.RequestServices.GetRequiredService<CurrentActor>();
        http.Response.Headers[Header] = current.RequestId;
        var words = Cut(http.Request.Query[wordsParameter].ToString().Trim());
        var read = current.Reads.Known();
        var asks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return http.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => WriteAsync(http, current, Denied, "", []),
            >= 400 => Task.CompletedTask,
            _ when current.Actor == Actor.Nobody || current.Actor == Actor.SignInDesk => Task.CompletedTask,
            _ when asks && words.Length > 0 => WriteAsync(http, current, Search, words, read),
            _ when read.Count > 0 => WriteAsync(http, current, Read, "", read),
            _ => Task.CompletedTask,
        };
    }

    /// <summary>In a scope of its own: the answer may be coming from a query that is still going on.</summary>
    private static async Task WriteAsync(HttpContext http, CurrentActor current, string verb, string words, IReadOnlyList<string> read)
    {
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        current.Lend(scope.ServiceProvider.GetRequiredService<CurrentActor>(), current.Actor);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Past = null;
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        var keys = await PersonKeys.OrNewAsync(db, words.Length > 0 ? [current.Actor.Id] : [], http.RequestAborted);
        var content = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["method"] = http.Request.Method,
            ["path"] = Cut(PathOf(http)),
        };
        if (words.Length > 0)
        {
            content["words"] = keys.Close(current.Actor.Id, words);
        }

        if (read.Count > 0)
        {
            (content[ReadIds], content["count"]) = (read.Take(mostIds), read.Count);
        }

        var draft = new JournalDraft(read is [var only] ? current.Reads.KindOf(only) : "request", read is [var one] ? one : "", "", db.Ceiling.Highest, "", JsonSerializer.Serialize(content, DatabaseModel.Json));
        await db.RecordAsync(draft, new Change(verb), http.RequestAborted);
    }

    /// <summary>The path that was asked for, also where an error page took its place.</summary>
    private static string PathOf(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Request.Path.ToString();

    private static string Cut(string text) => text.Length <= longest ? text : text[..longest];
}
