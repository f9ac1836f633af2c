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
    private readonly Dictionary<string, RoundContent?> contents = new(StringComparer.Ordinal);

    /// <summary>Whether the assessment still says what it said, as far as the actor may see its scenarios.</summary>
    public async Task<BoundDecision> OfAsync(Decision decision, CancellationToken ct) => (await OfAsync([decision], ct))[0];

    /// <summary>The same of many decisions, with no more questions to the database than of one.</summary>
    public async Task<IReadOnlyList<BoundDecision>> OfAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        await ReadAsync(decisions.Select(d => d.BasisId).OfType<string>(), ct);
        var seen = await VisibleIds.AmongAsync(db, decisions.SelectMany(d => d.Basis?.Lines ?? []).Select(l => l.ScenarioId), ct);
        return [.. decisions.Select(d => Of(d, d.Basis is { Edition.Length: > 0 } basis ? basis.Of(seen).Hash : null))];
    }

    /// <summary>Binds a decision to a round as it is now.</summary>
    /// <exception cref="InvalidInput">There is no such round, or its outcome can't be computed.</exception>
    public async Task FreezeAsync(Decision decision, string roundId, CancellationToken ct)
    {
        await KnownIds.CheckAsync(db, "basis", [roundId], ct);
        if (await ContentAsync(roundId, ct) is not { } content)
        {
            throw new InvalidInput("basis", "decisions.error.basis");
        }

        decision.Bind(roundId, new FrozenBasis(content.Edition, db.Now, LinesOf(await RoundSheet.LoadWholeAsync(db, editions, roundId, ct))));
    }

    /// <summary>The basis scenario by scenario, then and now, as far as the actor may see the scenarios.</summary>
    public async Task<IReadOnlyList<BasisComparison>> CompareAsync(Decision decision, CancellationToken ct)
    {
        if (decision is not { BasisId: { } roundId, Basis: { } basis })
        {
            return [];
        }

        var now = await ContentAsync(roundId, ct) is null ? [] : LinesOf(await RoundSheet.LoadAsync(db, editions, roundId, ct));
        var ids = basis.Lines.Concat(now).Select(l => l.ScenarioId).Distinct(StringComparer.Ordinal).ToList();
        var titles = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title, ct);
        return [.. ids.Where(titles.ContainsKey).Select(id => new BasisComparison(
            id, titles[id], basis.Lines.FirstOrDefault(l => l.ScenarioId == id), now.FirstOrDefault(l => l.ScenarioId == id)))];
    }

    private BoundDecision Of(Decision decision, string? then) =>
        new(decision, decision.StateGiven(then, decision.BasisId is { } roundId ? contents[roundId]?.Hash : null), then);

    /// <summary>Null when the round, or the edition it was judged on, can't be read.</summary>
    private async Task<RoundContent?> ContentAsync(string roundId, CancellationToken ct)
    {
        await ReadAsync([roundId], ct);
        return contents[roundId];
    }

    private async Task ReadAsync(IEnumerable<string> roundIds, CancellationToken ct)
    {
        var unread = roundIds.Except(contents.Keys).ToList();
        if (unread.Count > 0)
        {
            var read = await RoundContent.OfAsync(db, editions, unread, ct);
            unread.ForEach(id => contents.Add(id, read.GetValueOrDefault(id)));
        }
    }

    private static IReadOnlyList<BasisLine> LinesOf(RoundSheet sheet)
    {
        var content = RoundContent.Of(sheet).Scenarios;
        return [.. RoundResult.Of(sheet).Scenarios.Select(s => new BasisLine(s.Row.Scenario.Id, s.Likelihood?.Class.Id, s.Impact?.Band?.Id, content[s.Row.Scenario.Id]))];
    }
}
