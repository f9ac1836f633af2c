using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Keys that many parts of an edition have.</summary>
internal static class EditionKeys
{
    private static readonly Source none = new("", Analysis.Scales.Words.Same(""), "");

    public static Words Words(this YamlMap map, string key)
    {
        var text = map.Bilingual(key);
        return new(text.Nl, text.En);
    }

    public static Words? OptionalWords(this YamlMap map, string key) =>
        map.OptionalBilingual(key) is { } text ? new(text.Nl, text.En) : null;

    /// <summary>The <c>provenance</c> of a part; a part that is missing itself has been reported already.</summary>
    public static Provenance Provenance(this YamlMap? part, IReadOnlyList<Source> sources) =>
        part?.Map("provenance") is { } map ? Read(map, sources) : new(none, false, default);

    /// <summary>The <c>provenance</c> under a key of the edition.</summary>
    public static Provenance PartProvenance(this YamlMap root, string part, IReadOnlyList<Source> sources) =>
        root.OptionalMap(part).Provenance(sources);

    /// <summary>The class with the id that stands there, or a stand-in with an error.</summary>
    public static ImpactClass Class(this YamlValue value, ImpactScale scale)
    {
        var id = value.AsText();
        if (scale.Find(id) is { } found)
        {
            return found;
        }

        if (id.Length > 0)
        {
            value.Error($"'{id}' is no impact class of this edition. Expected one of {string.Join(", ", scale.Choices)}.");
        }

        return scale.NotApplicable;
    }

    private static Provenance Read(YamlMap map, IReadOnlyList<Source> sources)
    {
        var id = map.Text("source");
        var source = sources.FirstOrDefault(s => s.Id == id);
        if (source is null && id.Length > 0)
        {
            map.Error($"'{id}' is not in 'sources'. Expected one of {string.Join(", ", sources.Select(s => s.Id))}.");
        }

        var provenance = new Provenance(source ?? none, map.Flag("verified"), map.Date("date"), map.OptionalWords("note"));
        if (provenance.Verified && source is { Address: "" })
        {
            map.Error($"Verified, but source '{id}' has no 'address'; say where it can be read.");
        }

        map.RefuseOtherKeys();
        return provenance;
    }
}
