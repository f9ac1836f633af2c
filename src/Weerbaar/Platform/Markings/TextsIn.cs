using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Markings;

/// <summary>Every <see cref="Text"/> in something that is stored, however deep it lies in its lists.</summary>
internal static class TextsIn
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Func<object, object?>>> leading = new();

    public static IEnumerable<Text> Of(object? value) => value switch
    {
        null or string => [],
        Text text => [text],
        IEnumerable items => ItemOf(items.GetType()) is { } item && Leads(item, []) ? items.Cast<object?>().SelectMany(Of) : [],
        _ => leading.GetOrAdd(value.GetType(), Leading).SelectMany(read => Of(read(value))),
    };

    /// <summary>Whether texts may lie in values of a type.</summary>
    public static bool Leads(Type type) => Leads(type, []);

    private static IReadOnlyList<Func<object, object?>> Leading(Type type) =>
        IsOurs(type) ? [.. Stored(type).Where(p => Leads(p.PropertyType, [type])).Select(Reader)] : [];

    private static bool Leads(Type type, HashSet<Type> seen) =>
        type == typeof(Text)
        || (ItemOf(type) is { } item ? Leads(item, seen) : IsOurs(type) && seen.Add(type) && Stored(type).Any(p => Leads(p.PropertyType, seen)));

    /// <summary>What is computed from the rest needs no look of its own.</summary>
    private static IEnumerable<PropertyInfo> Stored(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.GetSetMethod(nonPublic: true) is not null);

    private static Func<object, object?> Reader(PropertyInfo property)
    {
        var from = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(from, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), from).Compile();
    }

    private static Type? ItemOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool IsOurs(Type type) => type is { IsEnum: false, Namespace: { } name } && name.StartsWith(nameof(Weerbaar), StringComparison.Ordinal);
}
