using System.Globalization;
using System.Text.RegularExpressions;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Platform.Rules;

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

    /// <exception cref="InvalidInput">It can't be read, or no weights are like that: of the field <c>weights</c>.</exception>
    public static WeightModel Read(string text, IReadOnlyList<string> criteria, CancellationToken cancel = default)
    {
        var (kind, rest) = text.Split(':', 2) is [var k, var r] ? (k, r) : (text, "");
        return kind switch
        {
            "uniform" when rest.Length == 0 => new UniformWeights(criteria.Count),
            "equal" when rest.Length == 0 => FixedWeights.Equal(criteria.Count),
            "fixed" => Fixed(rest, criteria),
            "order" => new RankOrderWeights(Once(text, rest.Split('>'), criteria)),
            "where" => Bounded(rest.Split(';'), criteria, cancel),
            "interests" => Interests(text, rest, criteria),
            "mix" => new MixedWeights(Probable(rest, [.. rest.Split(';').Select(part => Profile(part, criteria, cancel))], p => p.Probability)),
            _ => throw Refused("unknown", text),
        };
    }

    private static FixedWeights Fixed(string rest, IReadOnlyList<string> criteria)
    {
        var numbers = Probable(rest, [.. rest.Split(',').Select(Number)], n => n);
        return numbers.Length == criteria.Count ? new FixedWeights(numbers) : throw Refused("count", numbers.Length, criteria.Count);
    }

    private static T[] Probable<T>(string text, T[] parts, Func<T, double> number) =>
        parts.All(part => number(part) >= 0) && parts.Sum(number) is > 0 and < double.PositiveInfinity ? parts : throw Refused("numbers", text);

    private static InterestWeights Interests(string text, string rest, IReadOnlyList<string> criteria)
    {
        var groups = rest.Split('|').Select(g => g.Split(',')).ToArray();
        Once(text, [.. groups.SelectMany(g => g)], criteria);
        return new InterestWeights(
            FixedWeights.Equal(groups.Length),
            groups.Select(g => ((WeightModel)new UniformWeights(g.Length), (IReadOnlyList<int>)Array.ConvertAll(g, name => Place(name, criteria)))));
    }

    /// <summary>The places of the names, which are those of all criteria.</summary>
    private static int[] Once(string text, string[] names, IReadOnlyList<string> criteria)
    {
        var places = Array.ConvertAll(names, name => Place(name, criteria));
        return places.Order().SequenceEqual(Enumerable.Range(0, criteria.Count)) ? places : throw Refused("each-once", text, Some(criteria));
    }

    private static (WeightModel Profile, double Probability) Profile(string text, IReadOnlyList<string> criteria, CancellationToken cancel) => text.Split('*', 2) is [var probability, var profile] && !profile.StartsWith("mix:", StringComparison.Ordinal)
        ? (Read(profile, criteria, cancel), Number(probability))
        : throw Refused("mixture", text);

    private static ConstrainedWeights Bounded(string[] bounds, IReadOnlyList<string> criteria, CancellationToken cancel)
    {
        if (bounds.Length > ConstrainedWeights.MostConstraints)
        {
            throw Refused("bounds", bounds.Length, ConstrainedWeights.MostConstraints);
        }

        try
        {
            return new ConstrainedWeights(criteria.Count, [.. bounds.Select(bound => Bound(bound, criteria))], cancel);
        }
        catch (ContradictoryWeightsException refusal)
        {
            throw Refused("contradiction", string.Join("; ", refusal.Conflict.Select(c => c.Sentence)));
        }
    }

    private static WeightConstraint Bound(string text, IReadOnlyList<string> criteria)
    {
        var found = Comparison().Match(text);
        var (name, times, right) = (found.Groups["left"].Value.Trim(), found.Groups["times"].Value, found.Groups["right"].Value.Trim());
        if (!found.Success)
        {
            throw Refused("bound", text);
        }

        var (left, atLeast) = (Place(name, criteria), found.Groups["sign"].Value == ">=");
        if (times.Length == 0 && double.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return atLeast ? WeightConstraint.Lower(left, Number(right), name) : WeightConstraint.Upper(left, Number(right), name);
        }

        var (other, factor) = (Place(right, criteria), times.Length == 0 ? 1 : Number(times));
        if (other == left || factor <= 0 || !double.IsFinite(1 / factor))
        {
            throw Refused("bound", text);
        }

        return atLeast ? WeightConstraint.Ratio(left, other, factor, name, right) : WeightConstraint.Ratio(other, left, 1 / factor, right, name);
    }

    private static int Place(string name, IReadOnlyList<string> criteria)
    {
        var place = criteria.ToList().IndexOf(name.Trim());
        return place >= 0 ? place : throw Refused("criterion", name.Trim(), Some(criteria));
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
        ? value
        : throw Refused("number", text);

    private static string Some(IReadOnlyList<string> criteria) => string.Join(", ", criteria.Take(20));

    private static InvalidInput Refused(string why, params object[] values) => new("weights", $"simulate.weights.{why}", values);

    [GeneratedRegex(@"^(?<left>[^<>=]+)(?<sign>>=|<=)(?:(?<times>[0-9.eE+-]+)\*)?(?<right>[^<>=*]+)$")]
    private static partial Regex Comparison();
}
