using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Impact classes as people write them, on the scale of an edition.</summary>
public static class ImpactText
{
    /// <exception cref="InvalidInput">A class is not on the scale, or lower, best and upper do not rise.</exception>
    public static Judgement Read(ClassRange range, ImpactScale scale)
    {
        var (lower, best, upper) = (Class(range.Lower, "lower", scale), Class(range.Best, "best", scale), Class(range.Upper, "upper", scale));
        new InputCheck()
            .Require(lower <= best, "lower", "assessment.error.lower", range.Lower, range.Best)
            .Require(best <= upper, "upper", "assessment.error.upper", range.Upper, range.Best)
            .ThrowIfAny();
        return new Judgement(lower, best, upper);
    }

    private static ImpactClass Class(string text, string field, ImpactScale scale) =>
        scale.Find(text.Trim())
        ?? throw new InvalidInput(field, "assessment.error.class", text.Trim(), string.Join(", ", scale.Choices.Select(c => c.Id)));
}
