using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>What holds for every table: names, types, versions, and the filter on markings.</summary>
public static class DatabaseModel
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Rules.WordConverter(), new StoredTexts() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<Marking>().HaveConversion<int>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.ComplexProperties<Text>();
    }

    internal static void Build(ModelBuilder model, WeerbaarDb db)
    {
        model.ApplyConfigurationsFromAssembly(typeof(DatabaseModel).Assembly);
        foreach (var type in model.Model.GetEntityTypes().Where(t => t.FindPrimaryKey() is not null).Select(t => t.ClrType).ToList())
        {
            MapCommon(model.Entity(type));
            FilterByMarking(model.Entity(type), db);
        }

        Names.SnakeCase(model);
    }

    /// <summary>A value kept whole as JSON text: lists inside an object that are never asked for on their own.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Json),
            text => JsonSerializer.Deserialize<T>(text, Json)!,
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!));
        return property;
    }

    private static void MapCommon(EntityTypeBuilder entity)
    {
        var type = entity.Metadata.ClrType;
        if (typeof(Stored).IsAssignableFrom(type))
        {
            entity.Property(nameof(Stored.Id)).HasMaxLength(typeof(Part).IsAssignableFrom(type) ? 200 : 80);
            entity.Property(nameof(Stored.Revision)).IsConcurrencyToken();
            entity.Ignore(nameof(Stored.NeededToWrite));
            if (typeof(MarkedObject).IsAssignableFrom(type) || typeof(Part).IsAssignableFrom(type))
            {
                entity.Property<HiddenChanges>(nameof(Stored.HiddenChanges)).HasConversion(h => h.Written, written => new(written));
            }
            else
            {
                entity.Ignore(nameof(Stored.HiddenChanges));
            }
        }

        if (typeof(Part).IsAssignableFrom(type))
        {
            entity.Ignore(nameof(Part.OwnerIds));
        }

        if (typeof(MarkedObject).IsAssignableFrom(type))
        {
            entity.Ignore(nameof(MarkedObject.Kind));
            entity.Ignore(nameof(MarkedObject.AllItRestsOn));
            entity.Ignore(nameof(MarkedObject.FellFrom));
        }
    }

    private static void FilterByMarking(EntityTypeBuilder entity, WeerbaarDb db)
    {
        var type = entity.Metadata.ClrType;
        var row = Expression.Parameter(type, "row");
        if (type == typeof(JournalEntry))
        {
            entity.HasQueryFilter(MarkingFilters.OfEntries(db));
        }
        else if (type == typeof(IndexedObject))
        {
            entity.HasQueryFilter(MarkingFilters.OfIndex(db));
        }
        else if (typeof(MarkedObject).IsAssignableFrom(type))
        {
            entity.HasQueryFilter(MarkingFilters.OfObjects(db, type));
        }
        else if (OwnerAttribute.PropertiesOf(type).ToList() is { Count: > 0 } owners)
        {
            var all = owners.Select(p => OwnerIsVisible(Expression.Property(row, p), db)).Aggregate(Expression.AndAlso);
            entity.HasQueryFilter(Expression.Lambda(all, row));
        }
        else if (type == typeof(ThreadLink))
        {
            entity.HasQueryFilter(Expression.Lambda(
                Expression.AndAlso(
                    OwnerIsVisible(Expression.Property(row, nameof(ThreadLink.FromId)), db),
                    OwnerIsVisible(Expression.Property(row, nameof(ThreadLink.ToId)), db)),
                row));
        }
    }

    /// <summary>The owner is among the indexed objects, which are filtered themselves; or there is none.</summary>
    private static BinaryExpression OwnerIsVisible(Expression ownerId, WeerbaarDb db)
    {
        var other = Expression.Parameter(typeof(IndexedObject), "owner");
        var objects = Expression.Property(Expression.Constant(db), nameof(WeerbaarDb.Objects));
        var same = Expression.Lambda<Func<IndexedObject, bool>>(
            Expression.Equal(Expression.Property(other, nameof(IndexedObject.Id)), ownerId), other);
        var any = Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(IndexedObject)], objects, same);
        return Expression.OrElse(Expression.Equal(ownerId, Expression.Constant(null)), any);
    }
}
