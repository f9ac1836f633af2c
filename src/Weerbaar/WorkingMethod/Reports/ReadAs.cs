using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>
/// Reads the database as somebody cleared up to a chosen marking and no further. Editions are made in this way alone:
/// what may be in them is decided by the filter that decides it for people.
/// </summary>
public sealed class ReadAs(IServiceScopeFactory scopes, CurrentActor current, MarkingCeiling ceiling)
{
    /// <exception cref="InvalidInput">The marking is higher than the actor is cleared for, or no marking.</exception>
    /// <param name="edition">The highest marking that may be in it.</param>
    /// <param name="recipient">The organisation it is for, or nobody in particular: then nothing is in it that is released to named organisations.</param>
    /// <param name="read">Reads from the database as that reader sees it.</param>
    public async Task<T> MarkedAsync<T>(Marking edition, string? recipient, Func<WeerbaarDb, Task<T>> read)
    {
        current.Actor.Need(Permission.Read);
        new InputCheck().Require(Enum.IsDefined(edition) && edition <= ceiling.Cap(current.Actor.Clearance), "marking", "reports.error.marking").ThrowIfAny();
        await using var scope = scopes.CreateAsyncScope();
        var reader = current.Actor with { Clearance = edition, Recipient = recipient ?? "", Opened = Actor.Nobody.Opened };
        current.Lend(scope.ServiceProvider.GetRequiredService<CurrentActor>(), reader);
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        var made = await read(db);
        await current.Seen.AddOwnersAsync(db, CancellationToken.None);
        return made;
    }
}
