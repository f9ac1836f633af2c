using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Weerbaar.Platform.Backup;

/// <summary>A column as every database has it: its name and what it holds once the database's own way of writing is taken off.</summary>
public sealed record ColumnShape(string Name, Type Type)
{
    /// <summary>The value as it is the same from every database; null stays null.</summary>
    public object? FromDatabase(object raw) => raw switch
    {
        DBNull => null,
        _ when Type == typeof(DateTime) => Moment(raw),
        _ when Type == typeof(DateOnly) => Day(raw),
        _ => Convert.ChangeType(raw, Type, CultureInfo.InvariantCulture),
    };

    /// <summary>The value out of a line of a backup.</summary>
    /// <exception cref="FormatException">The line holds something else than the column does.</exception>
    public object? FromJson(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(Type);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"Column {Name} holds {value.GetRawText()}, which is no {Type.Name}.", wrong);
        }
    }

    private static DateTime Moment(object raw) => raw is string text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : DateTime.SpecifyKind((DateTime)raw, DateTimeKind.Utc);

    private static DateOnly Day(object raw) => raw switch
    {
        DateOnly day => day,
        DateTime day => DateOnly.FromDateTime(day),
        _ => DateOnly.Parse((string)raw, CultureInfo.InvariantCulture),
    };
}

/// <summary>A table by its name, with its columns in the order of their names: the same whatever the database is.</summary>
public sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns)
{
    /// <summary>Every table of the program, by name.</summary>
    public static IReadOnlyList<TableShape> Of(DbContext db) =>
        [.. db.Model.GetRelationalModel().Tables.Select(Of).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static TableShape Of(ITable table) =>
        new(table.Name, [.. table.Columns.Select(c => new ColumnShape(c.Name, TypeOf(c))).OrderBy(c => c.Name, StringComparer.Ordinal)]);

    private static Type TypeOf(IColumn column)
    {
        var mapping = column.StoreTypeMapping;
        var type = column.PropertyMappings[0].TypeMapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
