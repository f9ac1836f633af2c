using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>
/// <c>GET /live</c>: server-sent events for one browser, from the place in the journal it was at. It ends after some minutes;
/// the browser comes back by itself, and is then let in or not like anybody who asks for a page.
/// </summary>
internal static class FollowJournal
{
    /// <summary>A browser further behind than this loads its page again.</summary>
    private const int farthestBehind = 1000;

    private const int mostOfOnePerson = 40;

    private static readonly TimeSpan waitForSlow = TimeSpan.FromSeconds(10);

    public static void Map(WebApplication app) => app.MapGet("/live", FollowAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task FollowAsync(
        HttpContext http, string? from, LiveReaders readers, LivePosition positions, WeerbaarDb db, CurrentActor current, TimeProvider clock, IHostApplicationLifetime host)
    {
        // 204 tells a browser to ask no more.
        if (current.Session is not { } session || readers.CountOf(current.Actor.Id) >= mostOfOnePerson)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        ends.CancelAfter(LifeOf(session, clock.GetUtcNow()));
        var connection = new LiveConnection(current.Actor, session.Id);
        try
        {
            Begin(http);
            var after = positions.Open(http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? from);
            var upTo = await readers.JoinAsync(connection, after, ends.Token);
            await FirstAsync(http, db, positions, after, upTo, ends.Token);
            await SendAsync(http, connection, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser went, the program stops, or its time is up: it comes back where it was.
        }
        catch (TimeoutException)
        {
            http.Abort();
        }
        finally
        {
            readers.Leave(connection);
        }
    }

    /// <summary>Four to six minutes, so that not all come back at once; never past the end of the session.</summary>
    private static TimeSpan LifeOf(Session session, DateTimeOffset now)
    {
        var life = TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(240, 360));
        var left = session.StartedAt + Session.LongestLife - now;
        return left < life ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : life;
    }

    private static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>What the browser missed; without a place it can name, it begins here.</summary>
    private static async Task FirstAsync(HttpContext http, WeerbaarDb db, LivePosition positions, long? after, long upTo, CancellationToken ct)
    {
        await http.Response.WriteAsync($"retry: {RandomNumberGenerator.GetInt32(1000, 3000)}\n\n", ct);
        var missed = after is { } since && since < upTo ? await VisibleChanges.BetweenAsync(db, since, upTo, farthestBehind + 1, ct) : [];
        if (missed.Count > farthestBehind)
        {
            await LoadAgainAsync(http, ct);
        }
        else if (missed.Count > 0)
        {
            await http.Response.BodyWriter.WriteAsync(LiveMessage.Event(missed, positions.Seal(upTo)), ct);
        }

        await http.Response.Body.FlushAsync(ct);
    }

    private static async Task SendAsync(HttpContext http, LiveConnection connection, CancellationToken ct)
    {
        await foreach (var message in connection.Row.ReadAllAsync(ct))
        {
            if (connection.IsTooSlow)
            {
                break;
            }

            var written = http.Response.BodyWriter.WriteAsync(message, ct);
            if (!written.IsCompletedSuccessfully)
            {
                await written.AsTask().WaitAsync(waitForSlow, ct);
            }
        }

        await (connection.IsTooSlow ? LoadAgainAsync(http, ct) : Task.CompletedTask);
    }

    private static async Task LoadAgainAsync(HttpContext http, CancellationToken ct)
    {
        await http.Response.WriteAsync("event: reload\ndata: \n\n", ct);
        await http.Response.Body.FlushAsync(ct);
    }
}
