using System.Text.Json.Nodes;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>A passage with who set it, when and why.</summary>
public sealed record PassageOrigin(MarkedPassage Passage, string Who, DateTimeOffset At, string Reason);

/// <summary>Where the passages of an object and its parts come from, as the journal tells, as far as the reader may read them.</summary>
public static class PassageOrigins
{
    public static async Task<IReadOnlyList<PassageOrigin>> OfAsync(WeerbaarDb db, string objectId, CancellationToken ct)
    {
        var (first, now) = (new Dictionary<MarkedPassage, PassageOrigin>(), new Dictionary<(string Row, string Column), IReadOnlyList<MarkedPassage>>());
        foreach (var entry in (await ListJournal.OfObjectAsync(db, objectId, ct)).OrderBy(e => e.Seq))
        {
            if (entry.After.Length == 0)
            {
                var gone = entry.Before.Length == 0 ? null : JsonNode.Parse(entry.Before)!["id"]?.GetValue<string>();
                now.Keys.Where(k => k.Row == gone).ToList().ForEach(k => now.Remove(k));
                continue;
            }

            var after = JsonNode.Parse(entry.After)!.AsObject();
            foreach (var (column, value) in after)
            {
                var passages = LaterPassages.InAll(value).Where(p => p.Number is not null).ToList();
                passages.ForEach(p => first.TryAdd(p with { Number = null }, new(p, entry.ActorName, entry.At, entry.Reason)));
                now[(after["id"]?.GetValue<string>() ?? objectId, column)] = passages;
            }
        }

        return [.. now.Values.SelectMany(p => p).Select(p => first[p with { Number = null }]).Distinct().OrderBy(o => o.At)];
    }
}
