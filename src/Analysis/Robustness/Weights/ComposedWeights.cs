using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>
/// Weights in two steps: interests among each other, and the criteria inside each interest. Equal per interest is
/// <see cref="FixedWeights.Equal"/> between, and anything within.
/// </summary>
public sealed record InterestWeights : WeightModel
{
    private readonly (WeightModel Within, int[] Members)[] interests;

    /// <param name="between">Weights of the interests.</param>
    /// <param name="interests">Per interest the model inside it and the indexes of its criteria; together every criterion once.</param>
    public InterestWeights(WeightModel between, IEnumerable<(WeightModel Within, IReadOnlyList<int> Members)> interests)
    {
        this.interests = [.. interests.Select(i => (i.Within, i.Members.ToArray()))];
        Between = between;
        Criteria = this.interests.Sum(i => i.Members.Length);
        if (between.Criteria != this.interests.Length || this.interests.Any(i => i.Within.Criteria != i.Members.Length))
        {
            throw new ArgumentException("Each interest needs one weight between the interests and one inside it for each of its criteria.", nameof(interests));
        }

        if (!this.interests.SelectMany(i => i.Members).Order().SequenceEqual(Enumerable.Range(0, Criteria)))
        {
            throw new ArgumentException("Every criterion must belong to exactly one interest.", nameof(interests));
        }
    }

    public WeightModel Between { get; }

    public override int Criteria { get; }

    internal override WeightDraw Draw(ulong seed, long chunk) => new NestedDraw(
        Between.Draw(seed, chunk),
        [.. interests.Select((interest, g) => (interest.Within.Draw(new SplitMix64(seed + (ulong)g).Next(), chunk), interest.Members))]);

    private sealed class NestedDraw(WeightDraw between, (WeightDraw Within, int[] Members)[] interests) : WeightDraw
    {
        private readonly Vector512<float>[] outer = new Vector512<float>[interests.Length];
        private readonly Vector512<float>[] inner = new Vector512<float>[interests.Max(i => i.Members.Length)];

        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            between.Fill(ref lanes, outer);
            for (var g = 0; g < interests.Length; g++)
            {
                var (within, members) = interests[g];
                within.Fill(ref lanes, inner.AsSpan(0, members.Length));
                for (var m = 0; m < members.Length; m++)
                {
                    weights[members[m]] = outer[g] * inner[m];
                }
            }
        }
    }
}

/// <summary>Several weight models, each with the probability that it is the right one: preference profiles side by side.</summary>
public sealed record MixedWeights : WeightModel
{
    private readonly (WeightModel Profile, double UpTo)[] profiles;

    /// <param name="profiles">Models of the same criteria with weights of at least 0.</param>
    public MixedWeights(IEnumerable<(WeightModel Profile, double Probability)> profiles)
    {
        var kept = profiles.Where(p => p.Probability != 0).ToArray();
        var total = kept.Sum(p => p.Probability);
        if (kept.Length == 0 || !double.IsFinite(total) || !kept.All(p => p.Probability > 0))
        {
            throw new ArgumentException("A mixture of profiles needs probabilities of at least 0, one above it, and a finite sum.", nameof(profiles));
        }

        if (kept.Any(p => p.Profile.Criteria != kept[0].Profile.Criteria))
        {
            throw new ArgumentException("All profiles of a mixture must weigh the same criteria.", nameof(profiles));
        }

        var sum = 0.0;
        this.profiles = [.. kept.Select(p => (p.Profile, sum += p.Probability / total))];
    }

    public override int Criteria => profiles[0].Profile.Criteria;

    internal override WeightDraw Draw(ulong seed, long chunk) => new MixedDraw(
        [.. profiles.Select((p, k) => (p.Profile.Draw(new SplitMix64(seed + (ulong)k).Next(), chunk), (float)p.UpTo))], Criteria);

    private sealed class MixedDraw((WeightDraw Profile, float UpTo)[] profiles, int criteria) : WeightDraw
    {
        private readonly Vector512<float>[] candidate = new Vector512<float>[criteria];

        internal override void Fill<TLanes>(ref TLanes lanes, Span<Vector512<float>> weights)
        {
            var choice = UniformLanes.ToUnit(lanes.Next());
            profiles[^1].Profile.Fill(ref lanes, weights);
            for (var k = profiles.Length - 2; k >= 0; k--)
            {
                profiles[k].Profile.Fill(ref lanes, candidate);
                var chosen = Vector512.LessThanOrEqual(choice, Vector512.Create(profiles[k].UpTo));
                for (var m = 0; m < weights.Length; m++)
                {
                    weights[m] = Vector512.ConditionalSelect(chosen, candidate[m], weights[m]);
                }
            }
        }
    }
}
