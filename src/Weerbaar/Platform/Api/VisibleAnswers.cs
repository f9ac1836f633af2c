using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Api;

/// <summary>
/// Takes the ids of objects that the reader may not see out of what a route answers: out of every property marked
/// <see cref="ObjectIdsAttribute"/>, however deep in the answer, with one look in the index for all of them.
/// </summary>
internal static class VisibleAnswers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> leading = new();

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var result = await next(call);
        var named = new List<(object View, PropertyInfo Property)>();
        Collect(result is IValueHttpResult { Value: { } value } ? value : result, named);
        if (named.Count > 0)
        {
            var db = call.HttpContext.RequestServices.GetRequiredService<WeerbaarDb>();
            var visible = await VisibleIds.AmongAsync(db, named.SelectMany(n => IdsIn(n.Property.GetValue(n.View))), call.HttpContext.RequestAborted);
            named.ForEach(n => KeepVisible(n.View, n.Property, visible));
        }

        return result;
    }

    private static void Collect(object? answer, List<(object, PropertyInfo)> named)
    {
        if (answer is IEnumerable items and not string)
        {
            if (ItemOf(answer.GetType()) is { } item && Leads(item, []))
            {
                items.Cast<object?>().ToList().ForEach(i => Collect(i, named));
            }
        }
        else if (answer is not null && IsOurs(answer.GetType()))
        {
            named.AddRange(VisibleIds.PropertiesOf(answer.GetType()).Select(p => (answer, p)));
            leading.GetOrAdd(answer.GetType(), Leading).ToList().ForEach(p => Collect(p.GetValue(answer), named));
        }
    }

    /// <summary>The properties of a view below which there are ids.</summary>
    private static IReadOnlyList<PropertyInfo> Leading(Type view) => [.. PropertiesOf(view).Where(p => Leads(p.PropertyType, [view]))];

    private static bool Leads(Type type, HashSet<Type> seen) =>
        ItemOf(type) is { } item ? Leads(item, seen)
        : IsOurs(type) && seen.Add(type)
            && (VisibleIds.PropertiesOf(type).Count > 0 || PropertiesOf(type).Any(p => Leads(p.PropertyType, seen)));

    private static IEnumerable<PropertyInfo> PropertiesOf(Type view) =>
        view.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0);

    private static Type? ItemOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static bool IsOurs(Type type) => type is { IsEnum: false, Namespace: { } name } && name.StartsWith(nameof(Weerbaar), StringComparison.Ordinal);

    private static IEnumerable<string> IdsIn(object? value) => value switch
    {
        string id => [id],
        IEnumerable<string> ids => ids,
        _ => [],
    };

    private static void KeepVisible(object view, PropertyInfo property, HashSet<string> visible)
    {
        switch (property.GetValue(view))
        {
            case string id: property.SetValue(view, visible.Contains(id) ? id : null); break;
            case IEnumerable<string> ids: property.SetValue(view, ids.Where(visible.Contains).ToList()); break;
            default: break;
        }
    }
}
