using Weerbaar.Platform.Access;
using Weerbaar.Platform.Limits;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Writes down what somebody was refused of whom nobody knows who it is. They can come as often as they like, and must not
/// fill the journal: of each address and kind one entry a minute is written, and of all together no more than a thousand.
/// </summary>
internal sealed class AnonymousRefusals(RequestEntries entries, TimeProvider clock)
{
    private const int mostAMinute = 1000;

    private readonly Lock turn = new();
    private readonly HashSet<(string Address, string What)> written = [];
    private long minute;

    /// <param name="http">The request that was refused.</param>
    /// <param name="kind">What it was about, as the journal files it.</param>
    /// <param name="id">Which one, where that is known.</param>
    /// <param name="reason">Why, in words of our own: what was sent may be a secret.</param>
    public async Task WriteAsync(HttpContext http, string kind, string id, string reason)
    {
        if (IsFirst(RequestGates.AddressOf(http.Connection.RemoteIpAddress), $"{kind} {id} {reason}"))
        {
            var desk = new CurrentActor();
            http.RequestServices.GetRequiredService<CurrentActor>().Lend(desk, Actor.SignInDesk);
            await entries.WriteAsync(new(new JournalDraft(kind, id, "", Marking.DepartmentalConfidential, "", ""), new("access.refused", reason), desk));
        }
    }

    private bool IsFirst(string address, string what)
    {
        lock (turn)
        {
            var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
            if (now != minute)
            {
                written.Clear();
                minute = now;
            }

            return written.Count < mostAMinute && written.Add((address, what));
        }
    }
}
