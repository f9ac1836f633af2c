using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>How many objects of each kind and cycle a reader may see.</summary>
internal sealed record CycleCounts(IReadOnlyList<(string Kind, string Cycle, int Count)> All)
{
    private const string dot = ".";

    /// <summary>The cycles there is something of, but for what was added here.</summary>
    public IReadOnlyList<string> Cycles => [.. All.Select(c => c.Cycle).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    public static async Task<CycleCounts> ReadAsync(WeerbaarDb db, CancellationToken ct)
    {
        var counts = await db.Objects
            .GroupBy(o => new { o.Kind, Cycle = o.Id.Contains(dot) ? o.Id.Substring(0, o.Id.IndexOf(dot)) : "" })
            .Select(g => new { g.Key.Kind, g.Key.Cycle, Count = g.Count() }).ToListAsync(ct);
        return new([.. counts.Select(c => (c.Kind, c.Cycle, c.Count))]);
    }

    /// <summary>By kind, in one cycle or in all.</summary>
    public IReadOnlyDictionary<string, int> Of(string? cycle) => All.Where(c => cycle is null || c.Cycle == cycle)
        .GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal);
}
