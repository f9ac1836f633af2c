namespace Weerbaar.Platform.Access.Explanation;

/// <summary>Who can see and do what, and why.</summary>
public static class Explanation
{
    public static void AddExplanation(this IServiceCollection services) =>
        services.AddScoped<ExplainPerson>().AddScoped<ExplainObject>().AddSingleton<WhoSees>();

    public static void MapExplanation(this RouteGroupBuilder api)
    {
        ExplainPerson.Map(api);
        ExplainObject.Map(api);
    }
}
