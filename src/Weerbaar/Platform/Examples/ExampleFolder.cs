using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Examples;

/// <summary>What <c>example.yaml</c> says: which cycle it is, whether it is invented, and the documents it cites.</summary>
public sealed record ExampleFolder(string Id, Text Title, bool Invented, IReadOnlyDictionary<string, Citation> Documents)
{
    /// <summary>Reads <c>example.yaml</c> of a folder, or says why not and returns null.</summary>
    public static ExampleFolder? Read(string folder, InputErrors errors)
    {
        if (YamlFile.Read(Path.Combine(folder, "example.yaml"), errors) is not { } file)
        {
            return null;
        }

        var root = file.Root;
        var (id, title) = (root.Text("id"), root.Bilingual("title"));
        _ = (root.OptionalBilingual("summary"), root.OptionalBilingual("label"));
        var invented = root.Flag("invented");
        var documents = root.OptionalMaps("documents").Select(Document).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => d.Citation);
        root.RefuseOtherKeys();
        return new ExampleFolder(id, title, invented, documents);
    }

    /// <summary>The source under a key: the document with its reference, and the place in it.</summary>
    public Citation Cite(YamlMap? source)
    {
        if (source is null)
        {
            return Citation.None;
        }

        var document = source.Text("document");
        if (!Documents.TryGetValue(document, out var cited))
        {
            source.Error($"'{document}' is not among the documents of example.yaml: {string.Join(", ", Documents.Keys)}.");
        }

        var citation = (cited ?? Citation.None) with { Paragraph = source.OptionalBilingual("paragraph") ?? Text.Empty };
        source.RefuseOtherKeys();
        return citation;
    }

    private static (string Id, Citation Citation) Document(YamlMap map)
    {
        var (id, title, reference) = (map.Text("id"), map.Bilingual("title"), map.OptionalText("reference"));
        map.OptionalDate("date");
        map.RefuseOtherKeys();
        return (id, new Citation(title, Text.Empty, reference ?? ""));
    }
}
