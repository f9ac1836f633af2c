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

/// <summary>A run of neighbouring criteria of one alternative that are drawn the same way.</summary>
internal readonly record struct Segment(DrawKind Kind, int Criterion, int Count, int First);

/// <summary>The scores of all alternatives, turned into flat arrays of single-precision parameters once, before the samples.</summary>
internal sealed class ScorePlan
{
    private readonly List<ThreePoint> threePoints = [];
    private readonly List<(float Low, float Range)> lines = [];
    private readonly List<(float[] UpTo, float[] Rise)> steps = [];
    private readonly List<QuantileTable> tables = [];
    private readonly List<int> dependents = [];
    private readonly Dictionary<Distribution, QuantileTable> known = [];

    internal ScorePlan(AcceptabilityInput input)
    {
        Input = input;
        var dependent = Dependents(input);
        Segments = [.. Enumerable.Range(0, input.Alternatives).Select(i => Cut(input, i, dependent))];
        (ThreePoints, Lines, Steps, Tables, DependentIndexes) = ([.. threePoints], [.. lines], [.. steps], [.. tables], [.. dependents]);
        Joint = new JointPlan(input);
    }

    internal AcceptabilityInput Input { get; }

    internal Segment[][] Segments { get; }

    internal ThreePoint[] ThreePoints { get; }

    internal (float Low, float Range)[] Lines { get; }

    internal (float[] UpTo, float[] Rise)[] Steps { get; }

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
        var segments = new List<Segment>();
        for (var m = 0; m < input.Criteria; m++)
        {
            var index = (alternative * input.Criteria) + m;
            var (kind, first) = dependent.TryGetValue(index, out var place) ? (DrawKind.Dependent, Add(dependents, place)) : Add(input.Scores[index]);
            if (segments.Count > 0 && segments[^1].Kind == kind)
            {
                segments[^1] = segments[^1] with { Count = segments[^1].Count + 1 };
            }
            else
            {
                segments.Add(new(kind, m, 1, first));
            }
        }

        return [.. segments];
    }

    private (DrawKind Kind, int First) Add(Distribution score) => score switch
    {
        _ when score.Lowest == score.Highest => (DrawKind.Constant, Add(lines, ((float)score.Lowest, 0))),
        Uniform u => (DrawKind.Flat, Add(lines, ((float)u.Low, (float)(u.High - u.Low)))),
        Triangular t => (DrawKind.ThreePoint, Add(threePoints, new ThreePoint(t))),
        Discrete d => (DrawKind.Steps, Add(steps, Staircase(d))),
        _ => (DrawKind.Table, Add(tables, TableOf(score))),
    };

    private QuantileTable TableOf(Distribution score)
    {
        if (!known.TryGetValue(score, out var table))
        {
            known[score] = table = new QuantileTable(score);
        }

        return table;
    }

    private static (float[] UpTo, float[] Rise) Staircase(Discrete d) => (
        [.. d.UpTo.Take(d.Values.Count - 1).Select(p => (float)p)],
        [.. d.Values.Select((v, k) => k == 0 ? (float)v : (float)v - (float)d.Values[k - 1])]);

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
