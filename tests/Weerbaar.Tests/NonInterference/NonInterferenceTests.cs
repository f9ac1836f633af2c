using Weerbaar.Tests.Printing;

namespace Weerbaar.Tests.NonInterference;

/// <summary>Two databases that differ only in what a reader may not see give that reader the same bytes, on every page, every route and in every file.</summary>
public sealed class NonInterferenceTests(BothWorlds both) : IClassFixture<BothWorlds>
{
    public static TheoryData<string> PlantedLeaks => [.. Leaks.OfBytes];

    [Theory, OnEveryDatabase]
    public async Task What_a_reader_may_not_see_changes_no_byte_of_any_answer(DatabaseKind kind)
    {
        await WalkAsync("reader", await both.OnAsync(kind));
    }

    /// <summary>On one database: the filters are the same expressions on both, and the reader walks both.</summary>
    [Fact]
    public async Task What_an_analyst_may_not_see_changes_no_byte_and_what_somebody_may_see_does()
    {
        var worlds = await both.OnAsync(DatabaseKind.Sqlite);
        await WalkAsync("analyst", worlds);

        (await new Walk(worlds, worlds.Cookies["cleared"]).DifferencesAsync(IsOurs)).Count.ShouldBeGreaterThan(100, "Who may see it sees it: otherwise the worlds do not differ at all.");
    }

    [Fact]
    public async Task What_a_reader_may_not_see_takes_the_database_as_much_work_as_what_is_not_there()
    {
        var worlds = await both.OnAsync(DatabaseKind.Sqlite);

        var differences = await new HiddenWork(worlds, worlds.Cookies["reader"]).DifferencesAsync();

        differences.Where(IsOurs).ShouldBeEmpty();
        differences.ShouldContain(d => d.Contains(Leaks.Root + Leaks.Work), "Planted, and not found.");
    }

    [ChromiumFact]
    public async Task What_is_printed_and_drawn_for_a_reader_is_the_same_to_the_byte()
    {
        var worlds = await both.OnAsync(DatabaseKind.Sqlite);
        var round = worlds.Open.Ids["round"];

        var differences = await new Walk(worlds, worlds.Cookies["reader"]).DifferencesAsync([$"/api/v1/reports/findings/{round}/pdf", $"/rounds/{round}/diagram.png"]);

        differences.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(PlantedLeaks))]
    public async Task A_planted_leak_of_each_kind_is_found(string leak)
    {
        var worlds = await both.OnAsync(DatabaseKind.Sqlite);

        var found = await new Walk(worlds, worlds.Cookies["reader"]).DifferencesAsync(path => path.StartsWith(Leaks.Root + leak, StringComparison.Ordinal));

        found.ShouldNotBeEmpty(leak);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_reader_may_not_see_changes_nothing_of_what_they_are_told_live(DatabaseKind kind)
    {
        var worlds = await both.OnAsync(kind);

        foreach (var (reader, with, without) in await new LiveWalk(worlds).ListenAsync("reader", "analyst", "keeper of the journal"))
        {
            with.ShouldBe(without, reader);
            with.Count(m => m.Contains("objects.mark", StringComparison.Ordinal)).ShouldBe(6, $"{reader}: three changes, each told live and to who comes back.");
        }
    }

    [Fact]
    public async Task A_planted_leak_of_live_messages_is_found_and_so_is_what_somebody_may_see()
    {
        var worlds = await both.OnAsync(DatabaseKind.Sqlite);

        var (_, leaked, right) = (await new LiveWalk(worlds, Leaks.Root + Leaks.Live).ListenAsync("reader")).Single();
        var (_, told, without) = (await new LiveWalk(worlds).ListenAsync("cleared")).Single();

        leaked.ShouldNotBe(right, "Planted, and not found.");
        told.ShouldNotBe(without, "Who may see it is told of it.");
    }

    private static async Task WalkAsync(string reader, TwoWorlds worlds)
    {
        var walk = new Walk(worlds, worlds.Cookies[reader]);

        (await walk.DifferencesAsync(IsOurs)).ShouldBeEmpty(reader);
        walk.Asked.ShouldBeGreaterThan(1000);
    }

    private static bool IsOurs(string path) => !path.Contains(Leaks.Root, StringComparison.Ordinal);
}

/// <summary>The two worlds on each database, made once for all that is asked of them.</summary>
public sealed class BothWorlds : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, TwoWorlds> made = [];

    internal async Task<TwoWorlds> OnAsync(DatabaseKind kind) => made.TryGetValue(kind, out var worlds) ? worlds : made[kind] = await TwoWorlds.MakeAsync(kind, Leaks.Plant);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.WhenAll(made.Values.Select(w => w.DisposeAsync().AsTask()));
}
