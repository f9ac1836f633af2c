using Weerbaar.Platform;
using Weerbaar.Platform.Health;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>The method editions: which tables, scales, weights and rules an assessment is made with.</summary>
public static class EditionServices
{
    public static void AddEditions(this IServiceCollection services)
    {
        services.AddSingleton(s => MethodFolders.Load(s.GetRequiredService<ServerSettings>()));
        services.AddSingleton<Examine>(ExamineEditions.Now);
    }
}
