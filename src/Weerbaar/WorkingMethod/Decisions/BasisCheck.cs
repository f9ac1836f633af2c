using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>A scenario of the basis: its classes when the decision was taken, and now.</summary>
public sealed record BasisComparison(string ScenarioId, Text Title, BasisLine? Then, BasisLine? Now)
{
    public bool Differs => Then?.Likelihood != Now?.Likelihood || Then?.Impact != Now?.Impact || (Then is null) != (Now is null);
}

/// <summary>Holds decisions against the assessments they were taken on; the one place where this step asks that step.</summary>
public sealed class BasisCheck(WeerbaarDb db, EditionCatalogue editions)
{
    private readonly Dictionary<string, string?> hashes = new(StringComparer.Ordinal);

    /// <summary>Whether the assessment still says what it said.</summary>
    public async Task<BasisState> StateAsync(Decision decision, CancellationToken ct) =>
        decision.StateGiven(decision.BasisId is { } roundId ? await HashAsync(roundId, ct) : null);

    /// <summary>The same of many decisions, with no more questions to the database than of one.</summary>
    public async Task<IReadOnlyList<(Decision Decision, BasisState State)>> StatesAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        await ReadAsync(decisions.Select(d => d.BasisId).OfType<string>(), ct);
        return [.. decisions.Select(d => (d, d.StateGiven(d.BasisId is { } roundId ? hashes[roundId] : null)))];
    }

    /// <summary>Binds a decision to a round as it is now.</summary>
    /// <exception cref="InvalidInput">There is no such round, or its outcome can't be computed.</exception>
    public async Task FreezeAsync(Decision decision, string roundId, CancellationToken ct)
    {
        await KnownIds.CheckAsync(db, "basis", [roundId], ct);
        if (await HashAsync(roundId, ct) is not { } hash)
        {
            throw new InvalidInput("basis", "decisions.error.basis");
        }

        decision.Bind(roundId, new FrozenBasis(hash, db.Now, await LinesAsync(roundId, ct)));
    }

    /// <summary>The basis scenario by scenario, then and now, as far as the actor may see the scenarios.</summary>
    public async Task<IReadOnlyList<BasisComparison>> CompareAsync(Decision decision, CancellationToken ct)
    {
        if (decision is not { BasisId: { } roundId, Basis: { } basis })
        {
            return [];
        }

        var now = await HashAsync(roundId, ct) is null ? [] : await LinesAsync(roundId, ct);
        var ids = basis.Lines.Concat(now).Select(l => l.ScenarioId).Distinct(StringComparer.Ordinal).ToList();
        var titles = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title, ct);
        return [.. ids.Where(titles.ContainsKey).Select(id => new BasisComparison(
            id, titles[id], basis.Lines.FirstOrDefault(l => l.ScenarioId == id), now.FirstOrDefault(l => l.ScenarioId == id)))];
    }

    /// <summary>The hash of the round's content; null when the round, or the edition it was judged on, can't be read.</summary>
    private async Task<string?> HashAsync(string roundId, CancellationToken ct)
    {
        await ReadAsync([roundId], ct);
        return hashes[roundId];
    }

    private async Task ReadAsync(IEnumerable<string> roundIds, CancellationToken ct)
    {
        var unread = roundIds.Except(hashes.Keys).ToList();
        if (unread.Count > 0)
        {
            var read = await RoundContent.HashesAsync(db, editions, unread, ct);
            unread.ForEach(id => hashes.Add(id, read.GetValueOrDefault(id)));
        }
    }

    private async Task<IReadOnlyList<BasisLine>> LinesAsync(string roundId, CancellationToken ct)
    {
        var result = RoundResult.Of(await RoundSheet.LoadWholeAsync(db, editions, roundId, ct));
        return [.. result.Scenarios.Select(s => new BasisLine(s.Row.Scenario.Id, s.Likelihood?.Class.Id, s.Impact?.Band?.Id))];
    }
}
