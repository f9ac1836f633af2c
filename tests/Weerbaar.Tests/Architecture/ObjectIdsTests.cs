using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Architecture;

/// <summary>What names other objects says so, or the ids of what a reader may not see would leave with it.</summary>
public sealed class ObjectIdsTests
{
    private static readonly string[] names = ["RestsOn", "Adopts", "Basis", "BasisId", "ScenarioIds", "ThreatIds", "AdviceIds", "RoundId", "RoundIds", "ObjectIds"];

    [Fact]
    public async Task Every_answer_of_the_API_marks_the_ids_of_other_objects()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var answers = new HashSet<Type>();
        foreach (var method in site.Endpoints.OfType<RouteEndpoint>().Where(r => r.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(r => r.Metadata.GetMetadata<MethodInfo>()))
        {
            Collect(method!.ReturnType, answers);
        }

        answers.Count.ShouldBeGreaterThan(30);
        Unmarked(answers).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_stored_marks_the_ids_of_other_objects() =>
        Unmarked(typeof(Stored).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Stored)))).ShouldBeEmpty();

    [Fact]
    public void The_rule_bites_on_a_view_that_does_not_say_so() =>
        Unmarked([typeof(Silent)]).ShouldBe(["Silent.RestsOn", "Silent.BasisId"]);

    private static List<string> Unmarked(IEnumerable<Type> types) =>
        [.. types.SelectMany(t => t.GetProperties().Where(CanBeEmptied).Where(p => names.Contains(p.Name) && p.GetCustomAttribute<ObjectIdsAttribute>() is null)
            .Select(p => $"{t.Name}.{p.Name}"))];

    /// <summary>A row that can't do without its id is filtered by the database, as a row.</summary>
    private static bool CanBeEmptied(PropertyInfo property) => property.PropertyType == typeof(string)
        ? new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable
        : property.PropertyType.IsAssignableTo(typeof(IEnumerable<string>));

    private static void Collect(Type type, HashSet<Type> found)
    {
        foreach (var argument in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
        {
            Collect(argument, found);
        }

        if (type.Assembly == typeof(Stored).Assembly && found.Add(type))
        {
            type.GetProperties().ToList().ForEach(p => Collect(p.PropertyType, found));
        }
    }

    private sealed record Silent(IReadOnlyList<string> RestsOn, string? BasisId, string RoundId);
}
