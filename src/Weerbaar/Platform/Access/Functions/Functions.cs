namespace Weerbaar.Platform.Access.Functions;

/// <summary>What people do for which organisation, with the days it began and ended.</summary>
public static class Functions
{
    public static void MapFunctions(this RouteGroupBuilder api)
    {
        ListFunctions.Map(api);
        AddFunction.Map(api);
        EditFunction.Map(api);
    }
}
