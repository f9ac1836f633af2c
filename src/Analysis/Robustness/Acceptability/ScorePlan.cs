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
    private readonly List<ThreePoint> threePoints = [];
    private readonly List<(float Low, float Range)> lines = [];
    private readonly List<float> constants = [];
    private readonly List<ClassThreshold> thresholds = [];
    private readonly List<QuantileTable> tables = [];
    private readonly List<int> dependents = [];
    private readonly Dictionary<Distribution, QuantileTable> known = [];

    internal ScorePlan(AcceptabilityInput input)
    {
        Input = input;
        var dependent = Dependents(input);
        Segments = [.. Enumerable.Range(0, input.Alternatives).Select(i => Cut(input, i, dependent))];
        (ThreePoints, Lines, Constants, ClassThresholds, Tables, DependentIndexes) = ([.. threePoints], [.. lines], [.. constants], [.. thresholds], [.. tables], [.. dependents]);
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

    private static Dictionary<int, int> Dependents(AcceptabilityInput input) => input.Dependences
        .SelectMany(d => d.Inputs)
        .Select((score, place) => (score, place))
        .ToDictionary(pair => pair.score, pair => pair.place);

    private Segment[] Cut(AcceptabilityInput input, int alternative, Dictionary<int, int> dependent)
    {
        var start = alternative * input.Criteria;
        return [.. Enumerable.Range(0, input.Criteria).GroupBy(m => KindOf(input, start + m, dependent)).Select(same => Cut(input, start, same.Key, [.. same], dependent))];
    }

    private Segment Cut(AcceptabilityInput input, int start, DrawKind kind, int[] criteria, Dictionary<int, int> dependent)
    {
        if (kind == DrawKind.Steps)
        {
            return AddThresholds(criteria, [.. criteria.Select(m => (Discrete)input.Scores[start + m])]);
        }

        var places = criteria.Select(m => Add(kind, input.Scores[start + m], start + m, dependent)).ToList();
        return new(kind, criteria, places[0], 0);
    }

    private static DrawKind KindOf(AcceptabilityInput input, int index, Dictionary<int, int> dependent) => input.Scores[index] switch
    {
        _ when dependent.ContainsKey(index) => DrawKind.Dependent,
        var score when score.Lowest == score.Highest => DrawKind.Constant,
        Uniform => DrawKind.Flat,
        Triangular => DrawKind.ThreePoint,
        Discrete => DrawKind.Steps,
        _ => DrawKind.Table,
    };

    private int Add(DrawKind kind, Distribution score, int index, Dictionary<int, int> dependent) => kind switch
    {
        DrawKind.Dependent => Add(dependents, dependent[index]),
        DrawKind.Constant => Add(constants, (float)score.Lowest),
        DrawKind.Flat => Add(lines, ((float)score.Lowest, (float)(score.Highest - score.Lowest))),
        DrawKind.ThreePoint => Add(threePoints, new ThreePoint((Triangular)score)),
        _ => Add(tables, TableOf(score)),
    };

    // All scores of the row get as many thresholds: a loop of one length runs quicker than one of the shortest length.
    private Segment AddThresholds(int[] criteria, Discrete[] scores)
    {
        var (first, most) = (thresholds.Count, scores.Max(s => s.Values.Count));
        foreach (var score in scores)
        {
            var own = score.Values.Select((v, k) => new ClassThreshold(k == 0 ? 0 : (uint)Math.Min(uint.MaxValue, Math.Round(score.UpTo[k - 1] * 4294967296.0)), (float)v)).ToList();
            thresholds.AddRange(own.Concat(Enumerable.Repeat(new ClassThreshold(uint.MaxValue, own[^1].Level), most - own.Count)));
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

    private static int Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return list.Count - 1;
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
