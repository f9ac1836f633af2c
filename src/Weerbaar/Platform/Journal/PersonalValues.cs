using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Seals the values of a change that say something of a person, each for the person it is about. A name that several people
/// have is sealed for each of them: it can't be read any more as soon as one of them is erased.
/// </summary>
internal sealed class PersonalValues
{
    private readonly PersonKeys keys;
    private readonly ILookup<string, string> byName;

    private PersonalValues(PersonKeys keys, ILookup<string, string> byName) => (this.keys, this.byName) = (keys, byName);

    public static async Task<PersonalValues> OfAsync(IReadOnlyList<EntityEntry<Stored>> entries, WeerbaarDb db, CancellationToken ct)
    {
        var names = entries.SelectMany(e => e.Properties).Where(Is<PersonNameAttribute>).SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        HashSet<(string Name, string Id)> persons = names.Contains(db.Actor.Name) ? [(db.Actor.Name, db.Actor.Id)] : [];
        if (names.Count > 0)
        {
            var found = await db.Set<Person>().AsNoTracking().Where(p => names.Contains(p.Name)).OrderBy(p => p.Id).Select(p => new { p.Name, p.Id }).ToListAsync(ct);
            persons.UnionWith(found.Select(p => (p.Name, p.Id)));
        }

        var subjects = entries.SelectMany(e => e.Properties).Where(Is<PersonalAttribute>).Select(SubjectOf);
        return new(await PersonKeys.OrNewAsync(db, subjects.Concat(persons.Select(p => p.Id)), ct), persons.ToLookup(p => p.Name, p => p.Id, StringComparer.Ordinal));
    }

    public object? Close(PropertyEntry property, object? value) => value switch
    {
        string text when Is<PersonalAttribute>(property) => keys.Close(SubjectOf(property), text),
        string name when Is<PersonNameAttribute>(property) => byName[name].Aggregate(name, (closed, person) => keys.Close(person, closed)),
        _ => value,
    };

    private static bool Is<T>(PropertyEntry property) where T : Attribute => property.Metadata.PropertyInfo?.GetCustomAttribute<T>() is not null;

    private static IEnumerable<string> NamesIn(PropertyEntry property) =>
        new[] { property.OriginalValue, property.CurrentValue }.OfType<string>().Where(name => name.Length > 0);

    /// <summary>Whom a personal property is about.</summary>
    private static string SubjectOf(PropertyEntry property)
    {
        var (entity, of) = ((Stored)property.EntityEntry.Entity, property.Metadata.PropertyInfo!.GetCustomAttribute<PersonalAttribute>()!.Of);
        return entity.GetType().GetProperty(of)?.GetValue(entity) as string ?? entity.Id;
    }
}
