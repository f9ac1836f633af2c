using System.Globalization;
using System.Text.RegularExpressions;
using Weerbaar.Analysis.Robustness.Weights;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>The weights as one argument of the command line, criteria by name.</summary>
public static partial class WeightExpression
{
    /// <summary>What can be written, for the help text.</summary>
    public const string Help = """
        What is known of the weights:
          uniform                          nothing (the default)
          equal                            the same for every criterion
          fixed:0.5,0.3,0.2                these numbers, in the order of the criteria, divided by their sum
          order:cost>safety>time           only the order of importance
          where:cost>=0.1;cost<=0.4;safety>=2*time   bounds and ratios
          interests:cost,tax|safety|time   equal for each interest, unknown within
          mix:2*equal;1*fixed:0.5,0.3,0.2  any of these, the first twice as probable
        """;

    public static WeightModel Read(string text, IReadOnlyList<string> criteria, CancellationToken cancel = default)
    {
        var (kind, rest) = text.Split(':', 2) is [var k, var r] ? (k, r) : (text, "");
        try
        {
            WeightModel model = kind switch
            {
                "uniform" when rest.Length == 0 => new UniformWeights(criteria.Count),
                "equal" when rest.Length == 0 => FixedWeights.Equal(criteria.Count),
                "fixed" => Fixed(rest, criteria),
                "order" => new RankOrderWeights([.. rest.Split('>').Select(name => Place(name, criteria))]),
                "where" => new ConstrainedWeights(criteria.Count, [.. rest.Split(';').Select(part => Constraint(part, criteria))], cancel),
                "interests" => Interests(rest, criteria),
                "mix" => new MixedWeights(rest.Split(';').Select(part => Profile(part, criteria, cancel))),
                _ => throw new SimulateInputException($"--weights \"{text}\" is not understood. {Help}"),
            };
            return model.Criteria == criteria.Count
                ? model
                : throw new SimulateInputException($"--weights \"{text}\" names {model.Criteria} criteria; the table has {criteria.Count}, and each must be named.");
        }
        catch (ArgumentException refusal)
        {
            throw new SimulateInputException($"--weights \"{text}\": {FirstLine(refusal)}");
        }
    }

    private static FixedWeights Fixed(string rest, IReadOnlyList<string> criteria)
    {
        double[] numbers = [.. rest.Split(',').Select(Number)];
        return numbers.Length == criteria.Count
            ? new FixedWeights(numbers)
            : throw new SimulateInputException($"--weights gives {numbers.Length} numbers; the table has {criteria.Count} criteria.");
    }

    private static InterestWeights Interests(string rest, IReadOnlyList<string> criteria)
    {
        var groups = rest.Split('|').Select(g => g.Split(',').Select(name => Place(name, criteria)).ToArray()).ToArray();
        return new InterestWeights(
            FixedWeights.Equal(groups.Length),
            groups.Select(g => ((WeightModel)new UniformWeights(g.Length), (IReadOnlyList<int>)g)));
    }

    private static (WeightModel Profile, double Probability) Profile(string text, IReadOnlyList<string> criteria, CancellationToken cancel) => text.Split('*', 2) is [var probability, var profile] && !profile.StartsWith("mix:", StringComparison.Ordinal)
        ? (Read(profile, criteria, cancel), Number(probability))
        : throw new SimulateInputException($"--weights: \"{text}\" is no part of a mixture. Write its probability and its weights, such as 2*equal; a mixture holds no mixture.");

    private static WeightConstraint Constraint(string text, IReadOnlyList<string> criteria)
    {
        var found = Comparison().Match(text);
        if (!found.Success)
        {
            throw new SimulateInputException($"--weights: \"{text}\" is not a bound. Write name>=0.1, name<=0.4, name>=other or name>=2*other.");
        }

        var (name, sign, times, right) = (found.Groups["left"].Value.Trim(), found.Groups["sign"].Value, found.Groups["times"].Value, found.Groups["right"].Value.Trim());
        var left = Place(name, criteria);
        if (times.Length == 0 && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
        {
            return sign == ">=" ? WeightConstraint.Lower(left, bound, name) : WeightConstraint.Upper(left, bound, name);
        }

        var (other, factor) = (Place(right, criteria), times.Length == 0 ? 1 : Number(times));
        return sign == ">="
            ? WeightConstraint.Ratio(left, other, factor, name, right)
            : WeightConstraint.Ratio(other, left, factor > 0 ? 1 / factor : throw new SimulateInputException($"--weights: \"{text}\" divides by zero."), right, name);
    }

    private static int Place(string name, IReadOnlyList<string> criteria)
    {
        var place = criteria.ToList().IndexOf(name.Trim());
        return place >= 0 ? place : throw new SimulateInputException($"--weights names \"{name.Trim()}\", which is not a criterion. Criteria are: {string.Join(", ", criteria.Take(20))}.");
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
        ? value
        : throw new SimulateInputException($"--weights: \"{text}\" is not a finite number.");

    private static string FirstLine(ArgumentException refusal) => refusal.Message.Split(" (Parameter")[0];

    [GeneratedRegex(@"^(?<left>[^<>=]+)(?<sign>>=|<=)(?:(?<times>[0-9.eE+-]+)\*)?(?<right>[^<>=*]+)$")]
    private static partial Regex Comparison();
}
