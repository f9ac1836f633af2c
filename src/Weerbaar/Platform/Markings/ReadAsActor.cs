using Microsoft.EntityFrameworkCore.Diagnostics;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Fits what comes out of the database to who reads it: its texts show the passages the actor may read, and a marking
/// whose day has come has fallen.
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
            db.Seen?.See(entity);
            Bind(db, entity);
        }

        return entity;
    }

    public static void Bind(WeerbaarDb db, object entity)
    {
        var sight = db.SightOf(entity);
        foreach (var text in TextsIn.Of(entity))
        {
            text.ShowTo(sight);
            db.Seen?.See(text, sight);
        }
    }
}
