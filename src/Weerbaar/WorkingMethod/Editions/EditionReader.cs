using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Reads a method edition from its keys. Every error is reported; the edition is null when there are any.</summary>
internal static class EditionReader
{
    public static MethodEdition? Read(YamlMap root, InputErrors errors)
    {
        var before = errors.Count;
        var sources = ReadSources(root);
        var interests = root.Maps("interests").Select(ReadInterest).ToList();
        root.RefuseDoubles("interests", i => i.Id, interests);
        var scale = ReadImpact(root, sources);
        var context = new EditionContext(sources, scale, AxisReader.ReadShared(root), IndicatorReader.ReadMarks(root));
        var draft = new MethodEdition
        {
            Id = root.Text("id"),
            Title = root.Words("title"),
            Summary = root.OptionalWords("summary"),
            Version = root.Date("version"),
            Sources = sources,
            Interests = interests,
            Criteria = CriterionReader.ReadAll(root, context, interests),
            Impact = scale,
            Likelihood = LikelihoodReader.Read(root, sources),
            ValueProvenance = root.PartProvenance("value", sources),
            Value = OverallReader.ReadValue(root, scale),
            WeightsProvenance = root.PartProvenance("weights", sources),
            DefaultWeights = root.OptionalMap("weights")?.Text("default") ?? "",
            Overall = OverallReader.ReadRule(root, sources),
            Bands = OverallReader.ReadBands(root, context),
        };
        OverallReader.CheckTogether(root, draft);
        root.RefuseOtherKeys();
        return errors.Count == before ? WithProfiles(root, draft, sources, errors) : null;
    }

    private static List<Source> ReadSources(YamlMap root)
    {
        var sources = root.Maps("sources").Select(ReadSource).ToList();
        root.RefuseDoubles("sources", s => s.Id, sources);
        return sources;
    }

    private static Source ReadSource(YamlMap map)
    {
        var source = new Source(map.Text("id"), map.Words("title"), map.OptionalText("address") ?? "");
        map.RefuseOtherKeys();
        return source;
    }

    private static Interest ReadInterest(YamlMap map)
    {
        var interest = new Interest(map.Text("id"), map.Words("name"), map.OptionalWords("meaning"));
        map.RefuseOtherKeys();
        return interest;
    }

    private static ImpactScale ReadImpact(YamlMap root, IReadOnlyList<Source> sources)
    {
        var impact = root.Map("impact");
        var none = impact?.Map("notApplicable");
        var classes = impact?.Maps("classes").Select((c, i) => ReadClass(c, i + 1)).ToList() ?? [];
        var scale = new ImpactScale(
            none is null ? new("", Words.Same(""), 0) : ReadClass(none, 0), classes, impact.Provenance(sources));
        impact?.RefuseDoubles("classes", c => c.Id, [.. scale.Choices]);
        if (classes.Count == 1)
        {
            impact?.Error("Expected at least two impact classes.");
        }

        impact?.RefuseOtherKeys();
        return scale;
    }

    private static ImpactClass ReadClass(YamlMap map, int level)
    {
        var found = new ImpactClass(map.Text("id"), map.Words("label"), level);
        map.RefuseOtherKeys();
        return found;
    }

    private static MethodEdition? WithProfiles(YamlMap root, MethodEdition draft, IReadOnlyList<Source> sources, InputErrors errors)
    {
        var before = errors.Count;
        var weights = root.Map("weights")!;
        var profiles = weights.OptionalMaps("profiles").Select(p => ProfileReader.Read(p, draft, sources)).ToList();
        weights.RefuseDoubles("profiles", p => p.Id, profiles);
        var edition = draft with { Profiles = profiles };
        if (!CriterionWeights.Ids(edition).Contains(edition.DefaultWeights))
        {
            weights.Error($"'{edition.DefaultWeights}' is no weights of this edition. Expected one of {string.Join(", ", CriterionWeights.Ids(edition))}.");
        }

        weights.RefuseOtherKeys();
        return errors.Count == before ? edition : null;
    }
}
