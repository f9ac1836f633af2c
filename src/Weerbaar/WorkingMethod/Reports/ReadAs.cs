using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>
/// Reads the database as somebody cleared up to a chosen marking and no further. Editions are made in this way alone:
/// what may be in them is decided by the filter that decides it for people.
/// </summary>
public sealed class ReadAs(IServiceScopeFactory scopes, CurrentActor current)
{
    /// <exception cref="InvalidInput">The marking is higher than the actor is cleared for, or no marking.</exception>
    public async Task<T> MarkedAsync<T>(Marking edition, Func<WeerbaarDb, Task<T>> read)
    {
        current.Actor.Need(Permission.Read);
        new InputCheck().Require(Enum.IsDefined(edition) && edition <= current.Actor.Clearance, "marking", "reports.error.marking").ThrowIfAny();
        await using var scope = scopes.CreateAsyncScope();
        current.Lend(scope.ServiceProvider.GetRequiredService<CurrentActor>(), current.Actor with { Clearance = edition });
        return await read(scope.ServiceProvider.GetRequiredService<WeerbaarDb>());
    }
}
