using System.Globalization;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>
/// A likelihood as people write it: a class (<c>C</c>), a sub-level (<c>C-high</c>), a probability over the horizon
/// (<c>2%</c>) or a return period in years (<c>1/250</c>).
/// </summary>
public static class LikelihoodText
{
    private const string perYears = "1/";

    /// <exception cref="InvalidInput">The text is none of these, or the ends do not rise.</exception>
    public static LikelihoodEstimate Read(ClassRange range, LikelihoodScale scale, Nature nature)
    {
        var judgement = new LikelihoodJudgement(
            Point(range.Lower, "lower", scale), Point(range.Best, "best", scale), Point(range.Upper, "upper", scale));
        try
        {
            return judgement.On(scale, nature);
        }
        catch (MethodInputException refused)
        {
            throw new InvalidInput("likelihood", "assessment.error.method", refused.Problem.Here());
        }
    }

    private static LikelihoodPoint Point(string text, string field, LikelihoodScale scale)
    {
        var written = text.Trim();
        return scale.Find(written) is not null ? new LevelPoint(written)
            : Number(written, "%", "") is { } percent && percent is >= 0 and <= 100 ? new ProbabilityPoint(new Probability(percent / 100))
            : Number(written, "", perYears) is { } years && years > 0 ? new ReturnPeriodPoint(new ReturnPeriod(years))
            : throw new InvalidInput(field, "assessment.error.likelihood", written, string.Join(", ", scale.Levels.Select(l => l.Id)));
    }

    private static double? Number(string text, string suffix, string prefix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) && text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > suffix.Length + prefix.Length
            && double.TryParse(text[prefix.Length..^suffix.Length].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
