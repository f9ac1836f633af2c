using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency;

/// <summary>Who may set the marking of an object answers for it, by a role that holds everywhere, for who leads it, or for the object alone.</summary>
internal static class AnswersFor
{
    /// <summary>The ids of those objects that the actor answers for. What is read to know that is not shown.</summary>
    public static async Task<IReadOnlySet<string>> AmongAsync(WeerbaarDb db, ObjectKinds kinds, IEnumerable<IndexedObject> objects, CancellationToken ct)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        if (db.Actor.MaySomewhere(Permission.SetMarking))
        {
            foreach (var alike in objects.DistinctBy(o => o.Id).GroupBy(o => o.Kind))
            {
                var (subjects, _) = await db.Current.ApartAsync(() => kinds[alike.Key].AmongAsync(db, [.. alike.Select(o => o.Id)], ct));
                answered.UnionWith(subjects.Where(s => db.Actor.May(Permission.SetMarking, s)).Select(s => s.Id));
            }
        }

        return answered;
    }
}
