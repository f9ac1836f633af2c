using System.Globalization;
using Microsoft.Data.Sqlite;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Everything as it was at one moment, in a database in memory that is there for as long as somebody reads from it. A
/// request that looks at the past reads there; what it leaves in the journal goes to the real one.
/// </summary>
public sealed class Past : IDisposable
{
    private readonly SqliteConnection kept;
    private readonly IServiceScopeFactory scopes;

    internal Past(DateTimeOffset at, Database database, IServiceScopeFactory scopes)
    {
        (At, Database, this.scopes) = (at, database, scopes);
        kept = new SqliteConnection(database.ConnectionString);
        kept.Open();
    }

    public DateTimeOffset At { get; }

    public Database Database { get; }

    /// <summary>When it is, in words: the day or the moment that was asked for.</summary>
    public string Words => At.AddMicroseconds(1) == At.Day().AddDays(1).Begins() ? Moments.Words(At.Day()) : Moments.Words(At);

    /// <summary>An address here as it was at a moment.</summary>
    public static string Address(string href, DateTimeOffset at) =>
        $"{href}?{PastRequests.Parameter}={at.UtcDateTime.ToString(PastRequests.ExactMoment, CultureInfo.InvariantCulture)}";

    /// <summary>The same page as it is now.</summary>
    public static string NowAddress(HttpRequest request) =>
        request.Path + QueryString.Create(request.Query.Where(q => q.Key != PastRequests.Parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));

    /// <summary>The same for another reader, to be let go of by itself.</summary>
    internal Past Again(DateTimeOffset at) => new(at, Database, scopes);

    /// <summary>Journals now what was done with what was then: an export of it.</summary>
    internal async Task RecordNowAsync(JournalDraft draft, Change change, CurrentActor current, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        current.Lend(scope.ServiceProvider.GetRequiredService<CurrentActor>(), current.Actor);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Past = null;
        var then = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await scope.ServiceProvider.GetRequiredService<WeerbaarDb>().RecordAsync(draft, change with { Reason = $"{change.Reason} @ {then}" }, ct);
    }

    public void Dispose() => kept.Dispose();
}
