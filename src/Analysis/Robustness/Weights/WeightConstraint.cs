namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>
/// One thing that is known of the weights, as Σ coefficient × weight ≥ <see cref="AtLeast"/>, with the words to say it in
/// a message.
/// </summary>
public sealed record WeightConstraint(string Sentence, IReadOnlyDictionary<int, double> Coefficients, double AtLeast)
{
    /// <summary>The weight of a criterion is at least a number from 0 to 1.</summary>
    public static WeightConstraint Lower(int criterion, double weight, string name) =>
        new($"{name} ≥ {Number(weight)}", new Dictionary<int, double> { [criterion] = 1 }, Finite(weight));

    /// <summary>The weight of a criterion is at most a number from 0 to 1.</summary>
    public static WeightConstraint Upper(int criterion, double weight, string name) =>
        new($"{name} ≤ {Number(weight)}", new Dictionary<int, double> { [criterion] = -1 }, -Finite(weight));

    /// <summary>One criterion weighs at least <paramref name="times"/> as much as another; 1 says "not less important".</summary>
    public static WeightConstraint Ratio(int criterion, int other, double times, string name, string otherName) => criterion == other
        ? throw new ArgumentException($"{name} is compared with itself.", nameof(other))
        : new($"{name} ≥ {(times == 1 ? "" : Number(times) + " × ")}{otherName}", new Dictionary<int, double> { [criterion] = 1, [other] = -Finite(times) }, 0);

    private static string Number(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static double Finite(double value) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A bound on weights must be a finite number.");
}

/// <summary>No weights satisfy all constraints, or none with room to vary.</summary>
public sealed class ContradictoryWeightsException : ArgumentException
{
    internal ContradictoryWeightsException(string message, IReadOnlyList<WeightConstraint> conflict)
        : base(message) => Conflict = conflict;

    /// <summary>A smallest set of constraints that cannot hold together: drop any one of them and the rest can.</summary>
    public IReadOnlyList<WeightConstraint> Conflict { get; }
}
