using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The objects of some kinds, as far as the actor may see them, to choose from on a form.</summary>
public static class ObjectChoices
{
    public static async Task<IReadOnlyList<ChoiceGroup>> OfAsync(WeerbaarDb db, Texts texts, CancellationToken ct, params string[] kinds)
    {
        var objects = await db.Objects.AsNoTracking().Where(o => kinds.Contains(o.Kind)).ToListAsync(ct);
        return [.. kinds.Select(kind => new ChoiceGroup(
                texts[$"kind.{kind}.plural"],
                [.. objects.Where(o => o.Kind == kind).OrderBy(o => o.Title.Here, StringComparer.CurrentCulture).Select(o => new ChoiceOption(o.Id, o.Title))]))
            .Where(g => g.Options.Count > 0)];
    }

    /// <summary>What was ticked, and what it rested on before that was not among the choices.</summary>
    public static IReadOnlyList<string> Merge(IEnumerable<ChoiceGroup> groups, IEnumerable<string> ticked, IEnumerable<string> before)
    {
        var offered = groups.SelectMany(g => g.Options).Select(o => o.Value).ToHashSet(StringComparer.Ordinal);
        return [.. before.Where(id => !offered.Contains(id)).Concat(ticked).Distinct(StringComparer.Ordinal)];
    }
}
