using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>
/// Reads a likelihood judgement: a class (<c>C</c>), a sub-level (<c>C-high</c>), <c>{p: 0.02}</c> over the horizon,
/// <c>{returnPeriodYears: 250}</c>, or <c>{lower: …, best: …, upper: …}</c> of those.
/// </summary>
public static class LikelihoodJudgementReader
{
    /// <summary>The probabilities it means on a scale, or null when it is wrong, which has been reported.</summary>
    public static LikelihoodEstimate? Read(YamlValue value, LikelihoodScale scale, Nature nature)
    {
        if (ReadJudgement(value, scale) is not { } judgement)
        {
            return null;
        }

        try
        {
            return judgement.On(scale, nature);
        }
        catch (MethodInputException refused)
        {
            value.Error(refused.Message);
            return null;
        }
    }

    /// <summary>The judgement as it was given, or null when it is wrong, which has been reported.</summary>
    public static LikelihoodJudgement? ReadJudgement(YamlValue value, LikelihoodScale scale)
    {
        if (!value.IsMap || value.AsMap()! is not { } map || !(map.Has("lower") || map.Has("best") || map.Has("upper")))
        {
            return ReadPoint(value, scale) is { } only ? LikelihoodJudgement.Of(only) : null;
        }

        var points = new[] { "lower", "best", "upper" }.Select(key => map.Required(key) is { } end ? ReadPoint(end, scale) : null).ToList();
        map.RefuseOtherKeys();
        return points is [{ } lower, { } best, { } upper] ? new(lower, best, upper) : null;
    }

    private static LikelihoodPoint? ReadPoint(YamlValue value, LikelihoodScale scale)
    {
        if (value.IsText && scale.Find(value.AsText()) is { } level)
        {
            return new LevelPoint(level.Id);
        }

        if (!value.IsMap)
        {
            value.Error($"Expected a likelihood: one of {string.Join(", ", scale.Levels.Select(l => l.Id))}, "
                + "{p: probability over the horizon} or {returnPeriodYears: years}" + (value.IsText ? $"; found '{value.AsText()}'." : "."));
            return null;
        }

        return ReadNumber(value.AsMap()!);
    }

    private static LikelihoodPoint? ReadNumber(YamlMap map)
    {
        var (p, years) = (map.OptionalNumber("p", 0, 1), map.OptionalNumber("returnPeriodYears", double.Epsilon));
        map.RefuseOtherKeys();
        switch (p, years)
        {
            case ({ } probability, null):
                return double.IsNaN(probability) ? null : new ProbabilityPoint(new(probability));
            case (null, { } period):
                return double.IsNaN(period) ? null : new ReturnPeriodPoint(new(period));
            default:
                map.Error("Expected 'p' or 'returnPeriodYears', one of the two.");
                return null;
        }
    }
}
