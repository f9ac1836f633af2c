using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Markings;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.NonInterference;

/// <summary>
/// Two sites on copies of one database. In the one there are secrets besides: objects of every kind that are marked higher,
/// released to others, or opened by somebody in an emergency, other words in every marked passage, and other judgements of
/// what is hidden in an open round. Whoever may not see those must not be able to tell the two apart.
/// </summary>
internal sealed class TwoWorlds : IAsyncDisposable
{
    public const string Secret = "Qzwart";
    public const string Passage = "Qpassage";

    private TwoWorlds(TestSite with, TestSite without, PublicThread open, IReadOnlyList<string> unseen, IReadOnlyDictionary<string, string> cookies) =>
        (With, Without, Open, Unseen, Cookies) = (with, without, open, unseen, cookies);

    public TestSite With { get; }

    public TestSite Without { get; }

    public PublicThread Open { get; }

    /// <summary>Ids that are in the one world and not in the other.</summary>
    public IReadOnlyList<string> Unseen { get; }

    /// <summary>The cookie of each reader, which is good in both.</summary>
    public IReadOnlyDictionary<string, string> Cookies { get; }

    public static async Task<TwoWorlds> MakeAsync(DatabaseKind kind, Action<Microsoft.AspNetCore.Builder.WebApplication>? map = null)
    {
        var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var open = await PublicThread.MakeAsync(coordinator, "Openbaar", new Dictionary<string, string>(), "Public");
        await open.MarkPassagesAsync(coordinator);
        var within = await HiddenInTheOpen.PutAsync(coordinator, open);
        var cookies = new Dictionary<string, string>
        {
            ["reader"] = await site.CookieAsync(Role.Reader, Marking.Public),
            ["analyst"] = await site.CookieAsync(Role.Analyst, Marking.Public),
            ["keeper of the journal"] = await site.CookieAsync(Role.Coordinator, Marking.Public),
            ["cleared"] = await site.CookieAsync(Role.Coordinator, Marking.DepartmentalConfidential),
        };
        var database = await site.StopAsync();
        var copy = await database.CopyAsync();
        var clock = new StoppedClock(TimeProvider.System.GetUtcNow());
        var (with, without) = (await TestSite.StartOnAsync(database, clock, map), await TestSite.StartOnAsync(copy, clock, map));
        return new(with, without, open, await HideAsync(with, open, within, cookies["cleared"]), cookies);
    }

    public async ValueTask DisposeAsync()
    {
        await With.DisposeAsync();
        await Without.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> HideAsync(TestSite site, PublicThread open, HiddenInTheOpen within, string cookie)
    {
        await OtherWords.PutAsync(site, Passage, $"{Secret} met veel meer woorden dan er in de andere wereld staan, over meer dan één regel");
        using var coordinator = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = site.Address };
        coordinator.DefaultRequestHeaders.Add("Cookie", cookie);
        var hidden = await PublicThread.MakeAsync(coordinator, Secret, open.Ids, "DepartmentalConfidential");
        await coordinator.MarkAsync(hidden.Ids["measure"], 2, new { marking = "DepartmentalConfidential", reason = Secret, until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(9)), fallsTo = "Public" });
        await within.ChangeAsync(coordinator, open);
        await open.RewritePassagesAsync(coordinator, Secret);
        var released = await coordinator.AddThreatAsync($"{Secret} vrijgegeven", "Public");
        await site.AsConsoleAsync((db, services) => ReleaseAsync(db, services, released, hidden.Ids["scenario"]));
        return [.. hidden.Ids.Values, released];
    }

    private static async Task<bool> ReleaseAsync(WeerbaarDb db, IServiceProvider services, string released, string opened)
    {
        var threat = await db.GetAsync<Threat>(released, CancellationToken.None);
        threat.Mark(new(Marking.Public, null, Marking.Public, null, ["BZK"]), "Console", DateTimeOffset.UnixEpoch, Secret);
        var somebody = new Actor("somebody", Secret, new HashSet<Permission> { Permission.Read }, Marking.Public);
        db.Add(new EmergencyOpening(services.GetRequiredService<Ids>().Next(), opened, somebody, Secret, DateTimeOffset.UtcNow, TimeSpan.FromHours(4)));
        await db.SaveAsync(new Change("test.hide"), CancellationToken.None);
        return true;
    }
}

/// <summary>In both worlds it is the same moment all the time.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

internal static class Cookies
{
    /// <summary>The session of a new person, as a browser sends it.</summary>
    public static async Task<string> CookieAsync(this TestSite site, Role role, Marking clearance)
    {
        var link = await site.InviteAsync(role, clearance);
        var jar = new System.Net.CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = site.Address };
        using var answer = await client.PostAsync(link, TestSite.Form(await client.GetStringAsync(link)));
        return $"weerbaar={jar.GetCookies(site.Address)["weerbaar"]!.Value}";
    }
}
