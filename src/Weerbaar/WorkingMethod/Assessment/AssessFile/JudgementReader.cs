using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>Reads an impact judgement: a class, or <c>{lower: …, best: …, upper: …}</c>.</summary>
public static class JudgementReader
{
    /// <summary>The judgement, or null when it is wrong, which has been reported.</summary>
    public static Judgement? Read(YamlValue value, ImpactScale scale)
    {
        if (!value.IsMap)
        {
            return scale.Find(value.IsText ? value.AsText() : "") is { } only ? Judgement.Of(only) : Refused(value, scale);
        }

        var map = value.AsMap()!;
        var classes = new[] { "lower", "best", "upper" }.Select(key => map.Required(key)?.Class(scale)).ToList();
        map.RefuseOtherKeys();
        if (classes is not [{ } lower, { } best, { } upper])
        {
            return null;
        }

        try
        {
            return new(lower, best, upper);
        }
        catch (MethodInputException refused)
        {
            value.Error(refused.Message);
            return null;
        }
    }

    private static Judgement? Refused(YamlValue value, ImpactScale scale)
    {
        value.Error($"Expected a class for '{value.Name}': one of {string.Join(", ", scale.Choices)}"
            + (value.IsText ? $"; found '{value.AsText()}'." : ", or {lower, best, upper}."));
        return null;
    }
}
