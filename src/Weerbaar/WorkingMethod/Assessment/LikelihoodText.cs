using System.Globalization;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>
/// A likelihood as people write it: a class (<c>C</c>), a sub-level (<c>C-high</c>, <c>C-hoog</c>), a probability over the
/// horizon (<c>2%</c>) or a return period in years (<c>1/250</c>).
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

    /// <summary>The same with its levels by their ids, so that one judgement is kept in one way whatever language it was written in.</summary>
    public static ClassRange ById(ClassRange range, LikelihoodScale scale) => Levels(range, scale, level => level.Id);

    /// <summary>The same with its levels in the reader's words.</summary>
    public static ClassRange Here(ClassRange range, LikelihoodScale scale) => Levels(range, scale, level => level.Name.Here());

    /// <summary>The level of an estimate, with those of lower and upper where they differ: C-high (C–D-low).</summary>
    public static string Levels(LikelihoodEstimate known) => known.LowerLevel == known.UpperLevel && known.Level == known.UpperLevel
        ? known.Level.Name.Here()
        : $"{known.Level.Name.Here()} ({known.LowerLevel.Name.Here()}–{known.UpperLevel.Name.Here()})";

    /// <summary>Which levels can be written, in the reader's words.</summary>
    public static string Choices(LikelihoodScale scale) => string.Join(", ", scale.Levels.Select(l => l.Name.Here()));

    private static ClassRange Levels(ClassRange range, LikelihoodScale scale, Func<LikelihoodLevel, string> write)
    {
        string Written(string text) => scale.Find(text.Trim()) is { } level ? write(level) : text;
        return new(Written(range.Lower), Written(range.Best), Written(range.Upper));
    }

    private static LikelihoodPoint Point(string text, string field, LikelihoodScale scale)
    {
        var written = text.Trim();
        return scale.Find(written) is not null ? new LevelPoint(written)
            : Number(written, "%", "") is { } percent && percent is >= 0 and <= 100 ? new ProbabilityPoint(new Probability(percent / 100))
            : Number(written, "", perYears) is { } years && years > 0 ? new ReturnPeriodPoint(new ReturnPeriod(years))
            : throw new InvalidInput(field, "assessment.error.likelihood", written, Choices(scale));
    }

    private static double? Number(string text, string suffix, string prefix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) && text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > suffix.Length + prefix.Length
            && double.TryParse(text[prefix.Length..^suffix.Length].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
