using Weerbaar.Tests.Speed;

namespace Weerbaar.Tests.NonInterference;

/// <summary>
/// Asks about an id that is hidden and about one that is not there, everywhere and in every way: the database must be asked
/// the same queries, as often. So the time an answer takes cannot tell them apart, whatever machine it is measured on.
/// </summary>
internal sealed class HiddenWork(TwoWorlds worlds, string cookie)
{
    /// <summary>Of the form of our ids, and of nothing.</summary>
    private const string nothing = "zzzzzzzzzzzzzzzz";

    private readonly Walk walk = new(worlds, cookie);

    /// <summary>Where the queries part, each with the first that only one of the two asks.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        using var counter = new QueryCounter(worlds.With.DatabaseName);
        var found = new List<string>();
        foreach (var (asked, other) in (await walk.QuestionsAsync()).Select(q => (q, WithNothing(q))).Where(p => p.q != p.Item2).DistinctBy(p => p.Item2))
        {
            if (await DifferenceAsync(counter, asked, other) is { } difference)
            {
                found.Add($"{asked.Method} {asked.Path}: {difference}");
            }
        }

        return found;
    }

    /// <summary>What was worked out at one time and kept is not counted against the other: a difference is one that comes again.</summary>
    private async Task<string?> DifferenceAsync(QueryCounter counter, Question asked, Question other) =>
        await OnceAsync(counter, asked, other) is null ? null : await OnceAsync(counter, asked, other);

    private async Task<string?> OnceAsync(QueryCounter counter, Question asked, Question other)
    {
        var hidden = await counter.DuringAsync(() => walk.AnswersAsync(asked));
        var absent = await counter.DuringAsync(() => walk.AnswersAsync(other));
        var same = hidden.Zip(absent).TakeWhile(p => p.First == p.Second).Count();
        return hidden.Count == same && absent.Count == same ? null
            : $"{hidden.Count} and {absent.Count} queries; {string.Concat((hidden.ElementAtOrDefault(same) ?? absent[same]).ReplaceLineEndings(" ").Take(300))}";
    }

    private Question WithNothing(Question asked) => asked with { Path = WithNothing(asked.Path), Body = asked.Body is null ? null : WithNothing(asked.Body) };

    private string WithNothing(string text) => worlds.Unseen.Aggregate(text, (t, id) => t.Replace(id, nothing, StringComparison.Ordinal));
}
