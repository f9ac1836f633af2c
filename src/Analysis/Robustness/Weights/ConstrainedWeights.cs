using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>
/// Intervals, orders and ratios: uniform on the weights that satisfy every constraint. When at least one in sixty random
/// weight vectors does, they are drawn and the others thrown away, which is exact; else by hit and run (Smith,
/// Operations Research 32, 1984) along exchanges between two criteria, from the middle of the room, 8 exchanges per
/// criterion between samples. Neighbouring samples of hit and run are slightly alike, so errors are then somewhat
/// larger than stated.
/// </summary>
public sealed record ConstrainedWeights : WeightModel
{
    /// <summary>Most constraints: naming a smallest conflict takes time that grows with the third power of their number.</summary>
    public const int MostConstraints = 256;

    private const double LeastRoom = 1e-9;
    private const int Pilot = 3000;

    private readonly Constraint[] constraints;
    private readonly double[] floor;
    private readonly double[] centre;

    /// <param name="criteria">Number of criteria.</param>
    /// <param name="constraints">At most <see cref="MostConstraints"/>.</param>
    /// <param name="cancel">Stops the search for the room they leave, and for a smallest conflict.</param>
    /// <exception cref="ContradictoryWeightsException">No weights satisfy all constraints; it names a smallest conflict.</exception>
    public ConstrainedWeights(int criteria, IEnumerable<WeightConstraint> constraints, CancellationToken cancel = default)
    {
        Criteria = RequireCriteria(criteria);
        List<WeightConstraint> all = [.. constraints];
        if (all.Count > MostConstraints)
        {
            throw new ArgumentException($"There are {all.Count} constraints on the weights; at most {MostConstraints} can be given.", nameof(constraints));
        }

        if (all.Find(c => c.Coefficients.Keys.Any(k => k < 0 || k >= criteria)) is { } stray)
        {
            throw new ArgumentException($"\"{stray.Sentence}\" names a criterion that does not exist; there are {criteria}.", nameof(constraints));
        }

        (var room, centre) = WeightRoom.Of(criteria, all, cancel);
        if (room < LeastRoom)
        {
            throw Refusal(criteria, all, room, cancel);
        }

        floor = [.. Enumerable.Range(0, criteria).Select(m => all.Where(c => c.Coefficients.Count == 1 && c.Coefficients.GetValueOrDefault(m) == 1).Select(c => c.AtLeast).Append(0).Max())];
        this.constraints = [.. all.Select(c => new Constraint([.. c.Coefficients.Keys], [.. c.Coefficients.Values], c.AtLeast))];
        ByRejection = AcceptedInPilot() * 60 >= Pilot;
    }

    public override int Criteria { get; }

    /// <summary>True when samples are independent because misfits are thrown away; false for hit and run.</summary>
    public bool ByRejection { get; }

    public bool Equals(ConstrainedWeights? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Criteria;

    internal override WeightDraw Draw(ulong seed, long chunk) => new ConstrainedDraw(this, new RandomSequence(seed, StreamPurpose.Weights, chunk));

    private static ContradictoryWeightsException Refusal(int criteria, List<WeightConstraint> all, double room, CancellationToken cancel)
    {
        List<WeightConstraint> conflict = [.. all];
        var enough = room < -LeastRoom ? -LeastRoom : LeastRoom;
        foreach (var constraint in all)
        {
            List<WeightConstraint> without = [.. conflict.Where(c => !ReferenceEquals(c, constraint))];
            conflict = WeightRoom.Of(criteria, without, cancel).Room < enough ? without : conflict;
        }

        var words = string.Join("; ", conflict.Select(c => c.Sentence));
        return new(
            room < -LeastRoom
                ? $"No weights that sum to 1 satisfy these together: {words}. Loosen or drop one of them."
                : $"These leave the weights no room to vary: {words}. Loosen one of them, or give fixed weights.",
            conflict);
    }

    private int AcceptedInPilot()
    {
        var (random, weights, accepted) = (new RandomSequence(0, StreamPurpose.Weights, -1), new double[Criteria], 0);
        for (var i = 0; i < Pilot; i++)
        {
            Propose(ref random, weights);
            accepted += Array.TrueForAll(constraints, c => c.Holds(weights)) ? 1 : 0;
        }

        return accepted;
    }

    // Uniform on the simplex above the lower bounds.
    private void Propose(ref RandomSequence random, double[] weights)
    {
        var (sum, left) = (0.0, 1 - floor.Sum());
        for (var m = 0; m < weights.Length; m++)
        {
            sum += weights[m] = -Elementary.Log(random.NextOpen());
        }

        for (var m = 0; m < weights.Length; m++)
        {
            weights[m] = floor[m] + (left * weights[m] / sum);
        }
    }

    private sealed record Constraint(int[] Criteria, double[] Coefficients, double AtLeast)
    {
        internal double Spare(double[] weights)
        {
            var spare = -AtLeast;
            for (var k = 0; k < Criteria.Length; k++)
            {
                spare += Coefficients[k] * weights[Criteria[k]];
            }

            return spare;
        }

        internal bool Holds(double[] weights) => Spare(weights) >= 0;

        /// <summary>How fast the spare grows when weight moves from one criterion to another.</summary>
        internal double Slope(int to, int from)
        {
            var slope = 0.0;
            for (var k = 0; k < Criteria.Length; k++)
            {
                slope += Criteria[k] == to ? Coefficients[k] : Criteria[k] == from ? -Coefficients[k] : 0;
            }

            return slope;
        }
    }

    private sealed class ConstrainedDraw : WeightDraw
    {
        private readonly ConstrainedWeights model;
        private readonly double[] current;
        private RandomSequence random;

        internal ConstrainedDraw(ConstrainedWeights model, RandomSequence random)
        {
            (this.model, this.random, current) = (model, random, [.. model.centre]);
            for (var i = 0; i < 32 && !model.ByRejection; i++)
            {
                Walk();
            }
        }

        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            for (var lane = 0; lane < RandomLanes.Lanes; lane++)
            {
                Next();
                for (var m = 0; m < current.Length; m++)
                {
                    weights[m] = weights[m].WithElement(lane, (float)current[m]);
                }
            }
        }

        private void Next()
        {
            if (!model.ByRejection)
            {
                Walk();
                return;
            }

            do
            {
                model.Propose(ref random, current);
            }
            while (!Array.TrueForAll(model.constraints, c => c.Holds(current)));
        }

        private void Walk()
        {
            for (var i = 0; current.Length > 1 && i < 8 * current.Length; i++)
            {
                var to = random.NextBelow(current.Length);
                var from = random.NextBelow(current.Length - 1);
                Exchange(to, from >= to ? from + 1 : from);
            }
        }

        private void Exchange(int to, int from)
        {
            var (least, most) = (-current[to], current[from]);
            foreach (var constraint in model.constraints)
            {
                var slope = constraint.Slope(to, from);
                var bound = slope == 0 ? 0 : -constraint.Spare(current) / slope;
                (least, most) = slope switch
                {
                    > 0 => (Math.Max(least, bound), most),
                    < 0 => (least, Math.Min(most, bound)),
                    _ => (least, most),
                };
            }

            var amount = most > least ? least + ((most - least) * random.NextOpen()) : 0;
            (current[to], current[from]) = (current[to] + amount, current[from] - amount);
        }
    }
}
