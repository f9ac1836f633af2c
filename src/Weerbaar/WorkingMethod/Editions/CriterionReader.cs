using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads the criteria of an edition.</summary>
internal static class CriterionReader
{
    private const string HighestOf = "highest-of";

    public static IReadOnlyList<Criterion> ReadAll(YamlMap root, EditionContext context, IReadOnlyList<Interest> interests)
    {
        var criteria = root.Maps("criteria").Select(c => Read(c, context, interests)).ToList();
        root.RefuseDoubles("criteria", c => c.Id, criteria);
        return criteria;
    }

    private static Criterion Read(YamlMap map, EditionContext context, IReadOnlyList<Interest> interests)
    {
        var (id, name) = (map.Text("id"), map.Words("name"));
        var criterion = new Criterion
        {
            Id = id,
            Name = name,
            Interest = ReadInterest(map, interests),
            Meaning = map.OptionalWords("meaning"),
            Tables = ReadTables(map, id, name, context),
            Guidance = ReadGuidance(map, context.Scale),
            UnitValue = map.OptionalNumber("unitValue", double.Epsilon),
        };
        map.RefuseOtherKeys();
        return criterion;
    }

    private static string ReadInterest(YamlMap map, IReadOnlyList<Interest> interests)
    {
        var interest = map.Text("interest");
        if (interest.Length > 0 && interests.All(i => i.Id != interest))
        {
            map.Find("interest")!.Error($"'{interest}' is not in 'interests'. Expected one of {string.Join(", ", interests.Select(i => i.Id))}.");
        }

        return interest;
    }

    private static List<ClassTable> ReadTables(YamlMap map, string id, Words name, EditionContext context)
    {
        if (map.OptionalText("kind") != HighestOf)
        {
            return TableReader.Read(map, id, name, context) is { } only ? [only] : [];
        }

        var tables = map.Maps("tables").Select(t => ReadPart(t, context)).OfType<ClassTable>().ToList();
        map.RefuseDoubles("tables", t => t.Id, tables);
        return tables;
    }

    private static ClassTable? ReadPart(YamlMap map, EditionContext context)
    {
        var table = TableReader.Read(map, map.Text("id"), map.Words("name"), context);
        map.RefuseOtherKeys();
        return table;
    }

    private static Dictionary<string, Words> ReadGuidance(YamlMap map, ImpactScale scale)
    {
        var guidance = new Dictionary<string, Words>(StringComparer.Ordinal);
        var keys = map.OptionalMap("guidance");
        foreach (var entry in keys?.Entries ?? [])
        {
            if (scale.Find(entry.Key) is null)
            {
                entry.Value.Error($"'{entry.Key}' is no impact class of this edition. Expected one of {string.Join(", ", scale.Choices)}.");
            }

            guidance[entry.Key] = keys!.Words(entry.Key);
        }

        return guidance;
    }
}
