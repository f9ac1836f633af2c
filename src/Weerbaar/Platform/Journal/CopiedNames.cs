using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// What the steps keep a copy of a person's name in: who set a marking, opened something in an emergency, wrote a version.
/// The name is found by the id that stands beside it; where none does, by itself, unless somebody else bears it too.
/// </summary>
internal static class CopiedNames
{
    /// <summary>What stands in the place of a name that was erased.</summary>
    public const string Erased = "–";

    /// <summary>Every name that was this person's and is nobody else's, as far as the journal still tells them.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string personId, WeerbaarDb db, CancellationToken ct)
    {
        var kind = Names.Snake(nameof(Person));
        var stored = await db.Journal.AsNoTracking().Where(e => e.Kind == kind && e.ObjectId == personId).ToListAsync(ct);
        var told = (await OpenedEntries.OfAsync(db, stored, ct)).SelectMany(e => new[] { e.Before, e.After }).Select(NameIn).OfType<string>();
        var now = await db.Set<Person>().AsNoTracking().Where(p => p.Id == personId).Select(p => p.Name).ToListAsync(ct);
        var names = told.Concat(now).Where(name => name != Erased).Distinct(StringComparer.Ordinal).ToList();
        return [.. names.Except(await db.Set<Person>().Where(p => p.Id != personId && names.Contains(p.Name)).Select(p => p.Name).ToListAsync(ct))];
    }

    /// <summary>Takes them away past the save path: whose they were must not be in the journal either, and nobody sees all of these rows.</summary>
    public static async Task RemoveAsync(string personId, IReadOnlyList<string> names, WeerbaarDb db, CancellationToken ct)
    {
        foreach (var name in db.Model.GetEntityTypes().Where(IsOfAStep).SelectMany(t => t.GetProperties()).Where(HoldsName))
        {
            var holder = HolderOf(name);
            foreach (var known in holder is null ? names : [personId])
            {
                await db.Database.ExecuteSqlRawAsync(Removal(name, holder ?? name), [known], ct);
            }
        }
    }

    private static string? NameIn(string json) => json.Length == 0 ? null : JsonNode.Parse(json)![Names.Snake(nameof(Person.Name))]?.GetValue<string>();

    private static bool IsOfAStep(IEntityType type) => typeof(Part).IsAssignableFrom(type.ClrType) || typeof(MarkedObject).IsAssignableFrom(type.ClrType);

    private static bool HoldsName(IProperty property) => property.PropertyInfo is { } info
        && (info.GetCustomAttribute<PersonNameAttribute>() ?? (Attribute?)info.GetCustomAttribute<PersonalAttribute>()) is not null;

    /// <summary>The id of who is named; null where only the name is kept.</summary>
    private static IProperty? HolderOf(IProperty name) =>
        ((IEntityType)name.DeclaringType).FindProperty(name.PropertyInfo!.GetCustomAttribute<PersonalAttribute>()?.Of ?? $"{name.Name}Id");

    private static string Removal(IProperty name, IProperty where) => string.Create(
        CultureInfo.InvariantCulture, $"UPDATE {((IEntityType)name.DeclaringType).GetTableName()} SET {name.GetColumnName()} = '{Erased}' WHERE {where.GetColumnName()} = {{0}}");
}
