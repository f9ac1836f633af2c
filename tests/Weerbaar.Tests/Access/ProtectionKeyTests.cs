using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Access;

public sealed class ProtectionKeyTests
{
    [Theory, OnEveryDatabase]
    public async Task A_sign_in_at_one_process_holds_at_another_on_the_same_database(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var handler = new HttpClientHandler { UseCookies = true };
        using var browser = new HttpClient(handler) { BaseAddress = site.Address };
        var link = await site.InviteAsync(Role.Reader);
        (await browser.PostAsync(link, TestSite.Form(await browser.GetStringAsync(link)))).Dispose();
        await using var beside = await site.StartBesideAsync();

        using var there = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(beside.Urls.First()) };
        there.DefaultRequestHeaders.Add("Cookie", handler.CookieContainer.GetCookieHeader(site.Address));

        (await there.IsSignedInAsync()).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Processes_that_start_together_make_one_key(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var beside = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.StartBesideAsync()));

        await Task.WhenAll(beside.Select(process => ProtectionKeys.MakeFirstAsync(process.Services, CancellationToken.None)));

        (await site.AsConsoleAsync((db, _) => db.Set<ProtectionKey>().CountAsync())).ShouldBe(1);
        foreach (var process in beside)
        {
            await process.DisposeAsync();
        }
    }

    [Theory, OnEveryDatabase]
    public async Task No_key_enters_the_journal(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await site.AsConsoleAsync(async (_, services) =>
        {
            await ProtectionKeys.MakeFirstAsync(services, CancellationToken.None);
            return true;
        });

        var entry = await site.AsConsoleAsync((db, _) => db.Journal.SingleAsync(e => e.Verb == "access.new-key"));

        entry.After.ShouldNotContain("<key");
    }
}
