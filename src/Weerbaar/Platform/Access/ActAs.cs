using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Work outside a request, in the place of somebody or as the program itself.</summary>
internal static class ActAs
{
    public static async Task<T> AsAsync<T>(this IServiceScopeFactory scopes, Actor actor, Func<WeerbaarDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
    }
}
