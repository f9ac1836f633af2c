using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The rows of one table, taken back change by change: each entry of the journal holds what it changed as it was before,
/// so the rows of now and the entries since give the rows of then.
/// </summary>
internal sealed class PastTable
{
    private const string id = "id";
    private const string revision = "revision";

    private readonly Dictionary<string, (ColumnShape Shape, IProperty Property)> columns;
    private readonly Dictionary<string, Dictionary<string, object?>> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, object?>> now = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Row, string Column), List<LaterPassage>> since = [];

    public PastTable(IEntityType type, TableShape shape)
    {
        (Type, Shape) = (type.ClrType, shape);
        var properties = type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties()))
            .ToDictionary(p => p.GetColumnName(), StringComparer.Ordinal);
        columns = shape.Columns.ToDictionary(c => c.Name, c => (c, properties[c.Name]), StringComparer.Ordinal);
    }

    public Type Type { get; }

    public TableShape Shape { get; }

    public IReadOnlyCollection<Dictionary<string, object?>> Rows => rows.Values;

    public async Task ReadAsync(WeerbaarDb db, CancellationToken ct)
    {
        await foreach (var values in TableRows.ReadAsync(db, Shape, ct))
        {
            var row = Shape.Columns.Zip(values).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
            rows[(string)row[id]!] = row;
            now[(string)row[id]!] = new(row, StringComparer.Ordinal);
        }
    }

    /// <summary>Takes back what an entry did.</summary>
    /// <exception cref="BrokenRule">Its content was removed, so nobody knows what was before.</exception>
    public void TakeBack(JournalEntry entry)
    {
        if (entry.IsEmptied)
        {
            throw new BrokenRule("journal.rule.past-removed");
        }

        var (before, after) = (Columns(entry.Before), Columns(entry.After));
        var key = (before ?? after) is { } named && named.TryGetValue(id, out var part) ? part.GetString()! : entry.ObjectId;
        if (before is null)
        {
            rows.Remove(key);
        }
        else if (after is null)
        {
            rows[key] = Put(new(StringComparer.Ordinal) { [revision] = 1L, [HiddenChanges.Column] = "" }, before);
        }
        else if (rows.TryGetValue(key, out var row))
        {
            before.ToList().ForEach(c => Notice((key, c.Key), c.Value, row.GetValueOrDefault(c.Key) as string ?? ""));
            Put(row, before)[revision] = (long)row[revision]! - 1;
        }
    }

    /// <summary>Puts the markings of today on what is still there, and covers what was marked since.</summary>
    public void MarkAsNow(IReadOnlyList<string> markings)
    {
        foreach (var (key, row) in rows)
        {
            if (now.TryGetValue(key, out var today))
            {
                markings.Where(row.ContainsKey).ToList().ForEach(column => row[column] = today[column]);
            }
        }

        foreach (var ((key, column), passages) in since)
        {
            if (rows.TryGetValue(key, out var row) && row[column] is string then)
            {
                row[column] = HoldsJson(column) ? Covered(then, passages) : LaterPassages.Cover(then, PassagesSince.Of(passages, "").Of(then));
            }
        }
    }

    private static string Covered(string then, IReadOnlyList<LaterPassage> since) =>
        LaterPassages.Cover("", JsonNode.Parse(then), path => PassagesSince.Of(since, path))!.ToJsonString(DatabaseModel.Json);

    public object?[] Values(Dictionary<string, object?> row) => [.. Shape.Columns.Select(c => row.GetValueOrDefault(c.Name))];

    private void Notice((string Row, string Column) field, JsonElement before, string later)
    {
        if (later.Contains(Passages.Opening, StringComparison.Ordinal))
        {
            var after = HoldsJson(field.Column) ? JsonNode.Parse(later) : JsonValue.Create(later);
            since[field] = [.. since.GetValueOrDefault(field, []), .. PassagesSince.Between("", JsonSerializer.SerializeToNode(before), after)];
        }
    }

    private bool HoldsJson(string column) => TextsIn.Leads(columns[column].Property.ClrType);

    private Dictionary<string, object?> Put(Dictionary<string, object?> row, Dictionary<string, JsonElement> values)
    {
        foreach (var (name, value) in values.Where(v => columns.ContainsKey(v.Key)))
        {
            row[name] = Stored(columns[name], value);
        }

        return row;
    }

    private static object? Stored((ColumnShape Shape, IProperty Property) column, JsonElement value)
    {
        var read = value.ValueKind == JsonValueKind.Null ? null : value.Deserialize(column.Property.ClrType, DatabaseModel.Json);
        var converter = column.Property.GetTypeMapping().Converter;
        return column.Shape.FromDatabase((read is null ? null : converter is null ? read : converter.ConvertToProvider(read)) ?? DBNull.Value);
    }

    private static Dictionary<string, JsonElement>? Columns(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
}
