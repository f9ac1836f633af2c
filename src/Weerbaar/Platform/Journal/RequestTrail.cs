using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Markings;
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
    public static IReadOnlyList<string> WithoutChange { get; } = [Denied, Search, Read, ExportedFile.OfTable, ExportedFile.OfAssessment, ExportedFile.OfReport, ExportedFile.Previewed];

    public static bool IsChange(string verb) => !WithoutChange.Contains(verb);

    private static async Task LeaveAsync(HttpContext http)
    {
        var current = http.RequestServices.GetRequiredService<CurrentActor>();
        http.Response.Headers[Header] = current.RequestId;
        var isGiven = http.Response.StatusCode < 400 && current.Actor != Actor.Nobody && current.Actor != Actor.SignInDesk;
        var (words, read) = isGiven ? (WordsOf(http.Request), await ReadAsync(http, current)) : ("", []);
        var verb = http.Response.StatusCode == StatusCodes.Status403Forbidden || current.Refused is not null ? Denied
            : words.Length > 0 ? Search
            : read.Count > 0 ? Read : null;
        await (verb is null ? Task.CompletedTask : WriteAsync(http, current, new Change(verb, verb == Denied ? current.Refused ?? "" : ""), words, read));
    }

    private static string WordsOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? Cut(request.Query[wordsParameter].ToString().Trim()) : "";

    /// <summary>What was read that is marked above internal, or showed a passage that is.</summary>
    private static async Task<IReadOnlyList<SeenObject>> ReadAsync(HttpContext http, CurrentActor current)
    {
        if (current.Seen.All.Any(o => o.Kind.Length == 0))
        {
            await InScopeAsync(http, current, db => current.Seen.AddOwnersAsync(db, http.RequestAborted));
        }

        return [.. current.Seen.All.Where(o => o.Highest > Marking.Internal)];
    }

    private static async Task WriteAsync(HttpContext http, CurrentActor current, Change change, string words, IReadOnlyList<SeenObject> read)
    {
        var content = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["method"] = http.Request.Method,
            ["path"] = Cut(PathOf(http)),
        };
        if (words.Length > 0)
        {
            await InScopeAsync(http, current, async db =>
                content["words"] = (await PersonKeys.OrNewAsync(db, [current.Actor.Id], http.RequestAborted)).Close(current.Actor.Id, words));
        }

        if (read.Count > 0)
        {
            (content[ReadIds], content["count"]) = (read.Take(mostIds).Select(o => o.Id), read.Count);
        }

        var (kind, id) = read is [var only] ? (only.Kind, only.Id) : ("request", "");
        var draft = new JournalDraft(kind, id, "", http.RequestServices.GetRequiredService<MarkingCeiling>().Highest, "", JsonSerializer.Serialize(content, DatabaseModel.Json));
        await http.RequestServices.GetRequiredService<RequestEntries>().WriteAsync(new(draft, change, current));
    }

    /// <summary>With another context for the same reader, and of now: the answer may be coming from a query that is still going on.</summary>
    private static async Task InScopeAsync(HttpContext http, CurrentActor current, Func<WeerbaarDb, Task> work)
    {
        await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        current.Lend(scope.ServiceProvider.GetRequiredService<CurrentActor>(), current.Actor);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Past = null;
        await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>());
    }

    /// <summary>The path that was asked for, also where an error page took its place.</summary>
    private static string PathOf(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Request.Path.ToString();

    private static string Cut(string text) => text.Length <= longest ? text : text[..longest];
}
