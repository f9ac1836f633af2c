namespace Weerbaar.Platform.Access.Functions;

/// <summary>A function as the API shows it.</summary>
public sealed record FunctionView(string Id, string PersonId, string Organisation, string Name, DateOnly From, DateOnly? Until, bool ByRule, long Version)
{
    public static FunctionView Of(PersonFunction function) =>
        new(function.Id, function.PersonId, function.Organisation, function.Name, function.From, function.Until, function.ByRule, function.Version);
}
