using Microsoft.EntityFrameworkCore.Diagnostics;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Fits what comes out of the database to who reads it: its texts show the passages the actor may read, and a marking
/// whose day has come has fallen. Notices that it was read.
/// </summary>
internal sealed class ReadAsActor : IMaterializationInterceptor
{
    /// <summary>One for all contexts: the database keeps what it worked out by it.</summary>
    public static ReadAsActor Instance { get; } = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        if (materializationData.Context is WeerbaarDb db)
        {
            (entity as MarkedObject)?.FallOn(db.Today);
            (entity as IndexedObject)?.FallOn(db.Today);
            var passage = Bind(db, entity);
            db.Seen?.See(entity, passage);
        }

        return entity;
    }

    /// <returns>The highest passage that the actor is given of it; public when there is none.</returns>
    public static Marking Bind(WeerbaarDb db, object entity)
    {
        var (sight, highest) = (db.SightOf(entity), Marking.Public);
        (entity as Stored)?.Sight = sight;
        foreach (var text in TextsIn.Of(entity))
        {
            text.ShowTo(sight, db.Today);
            foreach (var passage in Passages.In(text.Whole.Nl).Concat(Passages.In(text.Whole.En)).Where(p => p.Level <= sight && p.Level > highest && !p.HasEnded(db.Today)))
            {
                highest = passage.Level;
            }
        }

        return highest;
    }
}
