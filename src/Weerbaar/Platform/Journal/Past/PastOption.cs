using System.CommandLine;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary><c>--on</c>: lets a verb that reads work on everything as it was.</summary>
internal static class PastOption
{
    public static Option<string?> On { get; } = new("--on") { Description = "As it was at the end of a day (2026-03-01) or at a moment (2026-03-01T09:30:00Z)" };

    public static Task<int> RunAsync(ParseResult parsed, Func<WeerbaarDb, IServiceProvider, Task<int>> work, CancellationToken ct) =>
        OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            if (parsed.GetValue(On) is not { } asked || PastRequests.Parse(asked, services.GetRequiredService<TimeProvider>().GetUtcNow()) is not { } at)
            {
                return await work(db, services);
            }

            using var past = await services.GetRequiredService<Pasts>().AtAsync(at, ct);
            await using var scope = Pasts.In(services.GetRequiredService<IServiceScopeFactory>(), past);
            return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
        }, ct);
}
