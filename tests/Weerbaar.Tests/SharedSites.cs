namespace Weerbaar.Tests;

/// <summary>One site on each database for all tests of a class, where each test makes what it needs.</summary>
public sealed class SharedSites : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, TestSite> started = [];

    public async Task<TestSite> OnAsync(DatabaseKind kind) => started.TryGetValue(kind, out var site) ? site : started[kind] = await TestSite.StartAsync(kind);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var site in started.Values)
        {
            await site.DisposeAsync();
        }
    }
}
