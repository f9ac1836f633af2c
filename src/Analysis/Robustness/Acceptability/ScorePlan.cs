using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>The ways in which sixteen scores are drawn at a time.</summary>
internal enum DrawKind
{
    Constant,
    Flat,
    ThreePoint,
    Steps,
    Table,
    Dependent,
}

/// <summary>The criteria of one alternative that are drawn the same way, their parameters one after the other.</summary>
/// <param name="First">Place of the parameters of the first criterion.</param>
/// <param name="ClassThresholds">For class scores: how many thresholds each has.</param>
internal readonly record struct Segment(DrawKind Kind, int[] Criteria, int First, int ClassThresholds)
{
    internal int Count => Criteria.Length;
}

/// <summary>A class score is this level when its word is at least this number, and not that of the next threshold.</summary>
internal readonly record struct ClassThreshold(uint From, float Level);

/// <summary>The scores of all alternatives, turned into flat arrays of single-precision parameters once, before the samples.</summary>
internal sealed class ScorePlan
{
    private readonly Growing<ThreePoint> threePoints = new();
    private readonly Growing<(float Low, float Range)> lines = new();
    private readonly Growing<float> constants = new();
    private readonly Growing<ClassThreshold> thresholds = new();
    private readonly Growing<QuantileTable> tables = new();
    private readonly Growing<int> dependents = new();
    private readonly Dictionary<Distribution, QuantileTable> known = [];

    internal ScorePlan(AcceptabilityInput input)
    {
        Input = input;
        var dependent = Dependents(input);
        Segments = new Segment[input.Alternatives][];
        for (var i = 0; i < Segments.Length; i++)
        {
            Segments[i] = Cut(input, i * input.Criteria, dependent);
        }

        (ThreePoints, Lines, Constants) = (threePoints.ToArray(), lines.ToArray(), constants.ToArray());
        (ClassThresholds, Tables, DependentIndexes) = (thresholds.ToArray(), tables.ToArray(), dependents.ToArray());
        Joint = new JointPlan(input);
    }

    internal AcceptabilityInput Input { get; }

    internal Segment[][] Segments { get; }

    internal ThreePoint[] ThreePoints { get; }

    internal (float Low, float Range)[] Lines { get; }

    internal float[] Constants { get; }

    internal ClassThreshold[] ClassThresholds { get; }

    internal QuantileTable[] Tables { get; }

    internal int[] DependentIndexes { get; }

    /// <summary>Every score is triangular and drawn on its own.</summary>
    internal bool IsThreePoint => ThreePoints.Length == Input.Scores.Count;

    /// <summary>Scores drawn together, before the alternatives one by one.</summary>
    internal JointPlan Joint { get; }

    // The place, among the scores that are drawn together, of each score that is; null for the others.
    private static int?[] Dependents(AcceptabilityInput input)
    {
        var (places, place) = (new int?[input.Scores.Count], 0);
        foreach (var dependence in input.Dependences)
        {
            foreach (var score in dependence.Inputs)
            {
                places[score] = place++;
            }
        }

        return places;
    }

    // Kind by kind, in the order in which the kinds first come: that is the order in which words are drawn.
    private Segment[] Cut(AcceptabilityInput input, int start, int?[] dependent)
    {
        var segments = new Growing<Segment>();
        var done = new bool[input.Criteria];
        for (var m = 0; m < done.Length; m++)
        {
            if (!done[m])
            {
                var kind = KindOf(input, start + m, dependent);
                var same = new Growing<int>();
                for (var other = m; other < done.Length; other++)
                {
                    if (!done[other] && KindOf(input, start + other, dependent) == kind)
                    {
                        done[other] = true;
                        same.Add(other);
                    }
                }

                segments.Add(Cut(input, start, kind, same.ToArray(), dependent));
            }
        }

        return segments.ToArray();
    }

    private Segment Cut(AcceptabilityInput input, int start, DrawKind kind, int[] criteria, int?[] dependent)
    {
        if (kind == DrawKind.Steps)
        {
            return AddThresholds(criteria, [.. criteria.Select(m => (Discrete)input.Scores[start + m])]);
        }

        var first = Add(kind, input.Scores[start + criteria[0]], start + criteria[0], dependent);
        for (var k = 1; k < criteria.Length; k++)
        {
            Add(kind, input.Scores[start + criteria[k]], start + criteria[k], dependent);
        }

        return new(kind, criteria, first, 0);
    }

    private static DrawKind KindOf(AcceptabilityInput input, int index, int?[] dependent) => input.Scores[index] switch
    {
        _ when dependent[index] is not null => DrawKind.Dependent,
        var score when score.Lowest == score.Highest => DrawKind.Constant,
        Uniform => DrawKind.Flat,
        Triangular => DrawKind.ThreePoint,
        Discrete => DrawKind.Steps,
        _ => DrawKind.Table,
    };

    private int Add(DrawKind kind, Distribution score, int index, int?[] dependent) => kind switch
    {
        DrawKind.Dependent => dependents.Add(dependent[index]!.Value),
        DrawKind.Constant => constants.Add((float)score.Lowest),
        DrawKind.Flat => lines.Add(((float)score.Lowest, (float)(score.Highest - score.Lowest))),
        DrawKind.ThreePoint => threePoints.Add(new ThreePoint((Triangular)score)),
        _ => tables.Add(TableOf(score)),
    };

    // All scores of the row get as many thresholds: a loop of one length runs quicker than one of the shortest length.
    private Segment AddThresholds(int[] criteria, Discrete[] scores)
    {
        var (first, most) = (thresholds.Count, scores.Max(s => s.Values.Count));
        foreach (var score in scores)
        {
            var own = score.Values.Select((v, k) => new ClassThreshold(k == 0 ? 0 : (uint)Math.Min(uint.MaxValue, Math.Round(score.UpTo[k - 1] * 4294967296.0)), (float)v)).ToList();
            foreach (var threshold in own.Concat(Enumerable.Repeat(new ClassThreshold(uint.MaxValue, own[^1].Level), most - own.Count)))
            {
                thresholds.Add(threshold);
            }
        }

        return new(DrawKind.Steps, criteria, first, most);
    }

    private QuantileTable TableOf(Distribution score)
    {
        if (!known.TryGetValue(score, out var table))
        {
            known[score] = table = new QuantileTable(score);
        }

        return table;
    }
}

/// <summary>
/// A triangular score two ways. From two 16-bit uniforms: (1 − c)·min + c·max has the triangular law with its peak at c
/// (max and min of two uniforms; moments differ from the exact ones by less than 1e-9). From one even word: the inverse
/// distribution function.
/// </summary>
internal readonly record struct ThreePoint(float Start, float OfMin, float OfMax, float Low, float Range, float Peak)
{
    internal ThreePoint(Triangular t)
        : this(
            (float)(t.Low + ((t.High - t.Low) * 0.5 / 65536)),
            (float)((1 - t.Peak) * (t.High - t.Low) / 65536),
            (float)(t.Peak * (t.High - t.Low) / 65536),
            (float)t.Low,
            (float)(t.High - t.Low),
            (float)t.Peak)
    {
    }
}
