using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>
/// A likelihood judgement with its range. A class or sub-level stands for its interval: as lower end it counts from its lower bound,
/// as upper end to its upper bound, as best estimate with its middle on a logarithmic axis. A class on its own is thus its whole interval.
/// </summary>
public sealed record LikelihoodJudgement(LikelihoodPoint Lower, LikelihoodPoint Best, LikelihoodPoint Upper)
{
    public static LikelihoodJudgement Of(LikelihoodPoint only) => new(only, only, only);

    /// <summary>The probabilities over the horizon that the judgement means on a scale.</summary>
    /// <exception cref="MethodInputException">A level is not on the scale, the edition has no probabilities for this nature, or the ends do not rise.</exception>
    public LikelihoodEstimate On(LikelihoodScale scale, Nature nature = Nature.Hazard)
    {
        var horizon = scale.HorizonYears(nature);
        var lower = Read(Lower, scale, horizon, level => level.From);
        var best = Read(Best, scale, horizon, level => level.Middle);
        var upper = Read(Upper, scale, horizon, level => level.To);
        if (lower > best || best > upper)
        {
            throw new MethodInputException("likelihood", new(
                "De waarschijnlijkheden laag, verwacht en hoog lopen niet op.",
                "Lower, best and upper likelihood do not rise: put them in order."));
        }

        return new(lower, best, upper, horizon, LevelOf(Lower, lower, scale), LevelOf(Best, best, scale), LevelOf(Upper, upper, scale));
    }

    private static Probability Read(LikelihoodPoint point, LikelihoodScale scale, double horizon, Func<LikelihoodLevel, Probability> end) => point switch
    {
        LevelPoint level => end(Find(level, scale)),
        ProbabilityPoint probability => probability.Probability,
        ReturnPeriodPoint period => period.Period.Within(horizon),
        _ => throw new ArgumentException("A likelihood is a level, a probability or a return period.", nameof(point)),
    };

    private static LikelihoodLevel LevelOf(LikelihoodPoint point, Probability probability, LikelihoodScale scale) =>
        point is LevelPoint level ? Find(level, scale) : scale.LevelOf(probability);

    private static LikelihoodLevel Find(LevelPoint point, LikelihoodScale scale) =>
        scale.Find(point.Level) ?? throw new MethodInputException("likelihood", new(
            $"'{point.Level}' is geen waarschijnlijkheid op deze schaal. Kies uit {string.Join(", ", scale.Levels.Select(l => l.Name.Nl))}.",
            $"'{point.Level}' is no likelihood on this scale. Choose from {string.Join(", ", scale.Levels.Select(l => l.Name.En))}."));
}
