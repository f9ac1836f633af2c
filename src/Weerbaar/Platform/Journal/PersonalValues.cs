using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>Seals the values of a change that say something of a person, each for the person it is about.</summary>
internal sealed class PersonalValues
{
    private readonly PersonKeys keys;
    private readonly Dictionary<string, string> byName;

    private PersonalValues(PersonKeys keys, Dictionary<string, string> byName) => (this.keys, this.byName) = (keys, byName);

    public static async Task<PersonalValues> OfAsync(IReadOnlyList<EntityEntry<Stored>> entries, WeerbaarDb db, CancellationToken ct)
    {
        var names = entries.SelectMany(e => e.Properties).Where(Is<PersonNameAttribute>).SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, string> byName = names.Remove(db.Actor.Name) ? new(StringComparer.Ordinal) { [db.Actor.Name] = db.Actor.Id } : [];
        if (names.Count > 0)
        {
            var persons = await db.Set<Person>().AsNoTracking().Where(p => names.Contains(p.Name)).Select(p => new { p.Name, p.Id }).ToListAsync(ct);
            persons.GroupBy(p => p.Name).Where(g => g.Count() == 1).ToList().ForEach(g => byName[g.Key] = g.First().Id);
        }

        var subjects = entries.Where(e => e.Properties.Any(Is<PersonalAttribute>)).Select(e => SubjectOf(e.Entity));
        return new(await PersonKeys.OrNewAsync(db, subjects.Concat(byName.Values), ct), byName);
    }

    public object? Close(PropertyEntry property, object? value) => value switch
    {
        string text when Is<PersonalAttribute>(property) => keys.Close(SubjectOf((Stored)property.EntityEntry.Entity), text),
        string name when Is<PersonNameAttribute>(property) && byName.TryGetValue(name, out var person) => keys.Close(person, name),
        _ => value,
    };

    private static bool Is<T>(PropertyEntry property) where T : Attribute => property.Metadata.PropertyInfo?.GetCustomAttribute<T>() is not null;

    private static IEnumerable<string> NamesIn(PropertyEntry property) =>
        new[] { property.OriginalValue, property.CurrentValue }.OfType<string>().Where(name => name.Length > 0);

    /// <summary>Whom the personal properties of an entity are about.</summary>
    private static string SubjectOf(Stored entity) => entity.GetType().GetProperty("PersonId")?.GetValue(entity) as string ?? entity.Id;
}
