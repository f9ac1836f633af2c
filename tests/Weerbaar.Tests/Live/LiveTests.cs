using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Live;

namespace Weerbaar.Tests.Live;

public sealed class LiveTests
{
    [Theory, OnEveryDatabase]
    public async Task A_browser_is_told_what_others_change_and_by_whom(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var browser = await LiveBrowser.OpenAsync(reader);

        var id = await AddAsync(analyst);

        (await browser.UntilAsync(id)).ShouldBe([new("threat", id, "", "threats.add", "A Analyst")]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_changed_after_a_page_was_made_is_told_when_it_begins_to_listen(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var before = await AddAsync(analyst);
        var place = await LiveBrowser.PlaceOfAsync(analyst);
        var after = await AddAsync(analyst);

        using var browser = await LiveBrowser.OpenAsync(analyst, from: place);

        (await browser.UntilAsync(after)).Select(t => t.Id).ShouldNotContain(before);
    }

    [Theory, OnEveryDatabase]
    public async Task A_browser_that_comes_back_is_told_what_it_missed_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var browser = await LiveBrowser.OpenAsync(analyst);
        var first = await AddAsync(analyst);
        await browser.UntilAsync(first);
        browser.Dispose();
        string[] missed = [await AddAsync(analyst), await AddAsync(analyst)];

        using var back = await LiveBrowser.OpenAsync(analyst, from: "something-old", last: browser.Position);
        var last = await AddAsync(analyst);

        (await back.UntilAsync(last)).Select(t => t.Id).ShouldBe([.. missed, last]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_is_told_nothing_of_what_is_marked_higher(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var low = await LiveBrowser.OpenAsync(reader);
        using var high = await LiveBrowser.OpenAsync(coordinator);

        var hidden = await AddAsync(coordinator);
        await high.UntilAsync(hidden);
        var open = await AddOpenAsync(coordinator);

        (await low.UntilAsync(open)).Select(t => t.Id).Distinct().ShouldBe([open]);
        (await high.UntilAsync(open)).Select(t => t.Id).ShouldNotContain(hidden, "It was told before.");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_reads_the_journal_is_told_of_people_and_sessions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var one = await LiveBrowser.OpenAsync(analyst);
        using var other = await LiveBrowser.OpenAsync(coordinator);

        using var somebody = await site.SignInAsync(Role.Reader);
        var id = await AddAsync(analyst);

        (await one.UntilAsync(id)).ShouldHaveSingleItem();
        (await other.UntilAsync(id)).Select(t => t.Kind).ShouldContain("session");
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_when_the_reader_signs_out(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);
        using var browser = await LiveBrowser.OpenAsync(reader);

        await reader.PostAsync("/sign-out", TestSite.Form(await reader.GetStringAsync("/threats")));

        (await browser.NextAsync()).ShouldBeNull();
        using var again = await LiveBrowser.OpenAsync(reader);
        again.IsListening.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_when_the_clearance_of_the_reader_is_changed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        using var another = await site.SignInAsync(Role.Reader, Marking.Internal);
        var me = await reader.GetJsonAsync("/me");
        using var browser = await LiveBrowser.OpenAsync(reader);
        using var others = await LiveBrowser.OpenAsync(another);

        var email = await site.EmailOfAsync(me.Text("id"));
        var change = new { name = "A Reader", email, clearance = "Public", disabled = false };
        (await administrator.SendJsonAsync(HttpMethod.Put, $"/people/{me.Text("id")}", change, 1)).EnsureSuccessStatusCode();

        (await browser.NextAsync()).ShouldBeNull();
        await others.UntilAsync(await AddAsync(administrator));
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_when_a_function_is_given_so_that_nobody_goes_on_with_rights_of_before(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        using var browser = await LiveBrowser.OpenAsync(reader);

        var personId = (await reader.GetJsonAsync("/me")).Text("id");
        await administrator.PostJsonAsync("/functions", new { personId, organisation = "AZ", name = "Adviser", from = "2020-01-01" });

        (await browser.NextAsync()).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task It_goes_on_when_a_program_uses_its_key(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        var made = await administrator.PostJsonAsync("/api-clients", new { name = "Dashboard", clearance = "Public", until = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(9) });
        using var browser = await LiveBrowser.OpenAsync(reader);
        using var program = new HttpClient { BaseAddress = site.Address, DefaultRequestHeaders = { Authorization = new("Bearer", made.Text("key")) } };

        (await program.GetAsync("/api/v1/me")).EnsureSuccessStatusCode();

        await browser.UntilAsync(await AddAsync(administrator));
    }

    [Fact]
    public void Readers_who_differ_in_anything_but_who_they_are_are_told_apart()
    {
        var reader = new Actor("1", "One", Role.Reader.Permissions(), Marking.Internal);

        Audience.Of(reader with { Id = "2", Name = "Two" }).ShouldBe(Audience.Of(reader));
        Audience.Of(reader.With([new("a", Role.Analyst, RoleScope.Everywhere)])).ShouldBe(Audience.Of(reader.With([new("b", Role.Analyst, RoleScope.Everywhere)])));
        Audience.Of(reader.With([new("a", Role.Analyst, new() { Organisation = "DEF" })])).ShouldNotBe(Audience.Of(reader.With([new("a", Role.Analyst, RoleScope.Everywhere)])));
        Audience.Of(reader with { Clearance = Marking.Public }).ShouldNotBe(Audience.Of(reader));
        Audience.Of(reader with { Organisations = new HashSet<string> { "NCTV" } }).ShouldNotBe(Audience.Of(reader));
        Audience.Of(reader with { Permissions = Role.Coordinator.Permissions() }).ShouldNotBe(Audience.Of(reader));
    }

    [Fact]
    public void What_may_be_seen_does_not_depend_on_who_the_reader_is()
    {
        string[] filters = [.. new[] { "Storage/DatabaseModel.cs", "Storage/WeerbaarDb.cs", "Markings/MarkingFilters.cs" }.Select(f => File.ReadAllText(Path.Combine(Architecture.SourceTree.Root, "src/Weerbaar/Platform", f)))];

        filters.ShouldAllBe(text => !text.Contains("Actor.Id", StringComparison.Ordinal), "Live updates are written once for all who see the same: add it to Audience.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_thousand_changes_made_side_by_side_in_two_processes_are_told_once_each_in_one_order(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await using var beside = kind == DatabaseKind.Postgres ? await site.StartBesideAsync() : null;
        using var analyst = await site.SignInAsync(Role.Analyst);
        var there = beside is null ? site.Address : new Uri(beside.Urls.First());
        using var here = await LiveBrowser.OpenAsync(analyst);
        using var elsewhere = await LiveBrowser.OpenAsync(analyst, at: there);

        var made = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            made.Add(await AddAsync(analyst, number % 2 == 0 ? null : there)));

        var (one, other) = (await AllAsync(here, made.Count), await AllAsync(elsewhere, made.Count));
        one.Order().ShouldBe(made.Order());
        other.ShouldBe(one);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_not_signed_in_hears_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        using var browser = await LiveBrowser.OpenAsync(visitor);

        browser.Status.ShouldBe(401);
    }

    internal static async Task<string> AddAsync(HttpClient client, Uri? at = null)
    {
        var path = at is null ? "/threats" : new Uri(at, "/api/v1/threats").ToString();
        if (at is null)
        {
            return (await client.PostJsonAsync(path, new { title = new { nl = "Dreiging", en = "" } })).Text("id");
        }

        using var answer = await client.PostAsync(path, System.Net.Http.Json.JsonContent.Create(new { title = new { nl = "Dreiging", en = "" } }));
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Text("id");
    }

    internal static async Task<IReadOnlyList<string>> AllAsync(LiveBrowser browser, int count)
    {
        var told = new List<string>();
        while (told.Count < count)
        {
            told.AddRange((await browser.NextAsync() ?? throw new InvalidOperationException($"It ended after {told.Count}.")).Select(t => t.Id));
        }

        return told;
    }

    /// <summary>Something that everybody may see, with an entry made after it was.</summary>
    private static async Task<string> AddOpenAsync(HttpClient client)
    {
        var id = await AddAsync(client);
        (await client.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "Public", reason = "r" }, 1)).EnsureSuccessStatusCode();
        var edit = new
        {
            threatKind = "Threat", title = new { nl = "Open", en = "" }, summary = new { nl = "", en = "" }, incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>(),
        };
        var answer = await client.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", edit, 2);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return id;
    }
}
