using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Draws the scores of one alternative for sixteen samples. Only integer operations and IEEE float operations with
/// explicit fused multiply-add: the same bits on every machine. The hot loop of the engine.
/// </summary>
internal static unsafe class ScoreLanes
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill<TLanes>(ScorePlan plan, int alternative, ref TLanes lanes, Vector512<float>* joint, Vector512<float>* scores)
        where TLanes : struct, IUniformLanes
    {
        foreach (ref readonly var segment in plan.Segments[alternative].AsSpan())
        {
            switch (segment.Kind)
            {
                case DrawKind.ThreePoint:
                    ThreePoints(plan.ThreePoints.AsSpan(segment.First, segment.Count), ref lanes, segment.Criteria, scores);
                    break;
                case DrawKind.Steps:
                    Steps(plan.ClassThresholds.AsSpan(segment.First, segment.Count * segment.ClassThresholds), segment.ClassThresholds, ref lanes, segment.Criteria, scores);
                    break;
                case DrawKind.Table:
                    Tables(plan.Tables.AsSpan(segment.First, segment.Count), ref lanes, segment.Criteria, scores);
                    break;
                case DrawKind.Flat:
                    Flat(plan.Lines.AsSpan(segment.First, segment.Count), ref lanes, segment.Criteria, scores);
                    break;
                case DrawKind.Constant:
                    Constants(plan.Constants.AsSpan(segment.First, segment.Count), segment.Criteria, scores);
                    break;
                case DrawKind.Dependent:
                    Dependents(plan.DependentIndexes.AsSpan(segment.First, segment.Count), joint, segment.Criteria, scores);
                    break;
                default:
                    throw new InvalidOperationException($"Scores of kind {segment.Kind} cannot be drawn.");
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThreePoints<TLanes>(ReadOnlySpan<ThreePoint> points, ref TLanes lanes, ReadOnlySpan<int> criteria, Vector512<float>* scores)
        where TLanes : struct, IUniformLanes
    {
        if (NarrowLanes.AreUsed && typeof(TLanes) == typeof(RandomLanes))
        {
            NarrowLanes.ThreePoints(points, ref Unsafe.As<TLanes, RandomLanes>(ref lanes), criteria, (float*)scores);
            return;
        }

        var source = lanes;
        for (var m = 0; m < points.Length; m++)
        {
            scores[criteria[m]] = TLanes.IsEven ? Inverse(points[m], source.Next()) : FromPair(points[m], source.Next());
        }

        lanes = source;
    }

    /// <summary>The values of all alternatives when every score is triangular: nothing but numbers in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ThreePointValues<TLanes>(ThreePoint[] points, int criteria, ref TLanes lanes, Vector512<float>* weights, Vector512<float>* values)
        where TLanes : struct, IUniformLanes
    {
        if (NarrowLanes.AreUsed && typeof(TLanes) == typeof(RandomLanes))
        {
            NarrowLanes.ThreePointValues(points, criteria, ref Unsafe.As<TLanes, RandomLanes>(ref lanes), (float*)weights, (float*)values);
            return;
        }

        var source = lanes;
        fixed (ThreePoint* first = points)
        {
            var point = first;
            for (var end = first + points.Length; point < end; values++)
            {
                var sum = weights[0] * (TLanes.IsEven ? Inverse(*point, source.Next()) : FromPair(*point, source.Next()));
                point++;
                for (var m = 1; m < criteria; m++, point++)
                {
                    sum = Vector512.FusedMultiplyAdd(weights[m], TLanes.IsEven ? Inverse(*point, source.Next()) : FromPair(*point, source.Next()), sum);
                }

                *values = sum;
            }
        }

        lanes = source;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FromPair(in ThreePoint point, Vector512<uint> words)
    {
        var first = words >> 16;
        var second = words & Vector512.Create(0xFFFFu);
        var least = Vector512.ConvertToSingle(Vector512.Min(first, second).AsInt32());
        var most = Vector512.ConvertToSingle(Vector512.Max(first, second).AsInt32());
        var sum = Vector512.FusedMultiplyAdd(least, Vector512.Create(point.OfMin), Vector512.Create(point.Start));
        return Vector512.FusedMultiplyAdd(most, Vector512.Create(point.OfMax), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Inverse(in ThreePoint point, Vector512<uint> words)
    {
        var (p, peak, one) = (UniformLanes.ToUnit(words), Vector512.Create(point.Peak), Vector512<float>.One);
        var below = Vector512.LessThan(p, peak);
        var root = Vector512.Sqrt(Vector512.ConditionalSelect(below, p * peak, (one - p) * (one - peak)));
        var part = Vector512.ConditionalSelect(below, root, one - root);
        return Vector512.FusedMultiplyAdd(part, Vector512.Create(point.Range), Vector512.Create(point.Low));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Steps<TLanes>(ReadOnlySpan<ClassThreshold> thresholds, int count, ref TLanes lanes, ReadOnlySpan<int> criteria, Vector512<float>* scores)
        where TLanes : struct, IUniformLanes
    {
        var source = lanes;
        fixed (ClassThreshold* first = thresholds)
        {
            var threshold = first;
            foreach (var m in criteria)
            {
                var words = source.Next();
                var level = Vector512.Create(threshold->Level);
                var end = threshold + count;
                for (threshold++; threshold < end; threshold++)
                {
                    var reached = Vector512.GreaterThanOrEqual(words, Vector512.Create(threshold->From));
                    level = Vector512.ConditionalSelect(reached.AsSingle(), Vector512.Create(threshold->Level), level);
                }

                scores[m] = level;
            }
        }

        lanes = source;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tables<TLanes>(ReadOnlySpan<QuantileTable> tables, ref TLanes lanes, ReadOnlySpan<int> criteria, Vector512<float>* scores)
        where TLanes : struct, IUniformLanes
    {
        for (var m = 0; m < tables.Length; m++)
        {
            scores[criteria[m]] = tables[m].At(lanes.Next());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Flat<TLanes>(ReadOnlySpan<(float Low, float Range)> lines, ref TLanes lanes, ReadOnlySpan<int> criteria, Vector512<float>* scores)
        where TLanes : struct, IUniformLanes
    {
        var source = lanes;
        for (var m = 0; m < lines.Length; m++)
        {
            scores[criteria[m]] = Vector512.FusedMultiplyAdd(UniformLanes.ToUnit(source.Next()), Vector512.Create(lines[m].Range), Vector512.Create(lines[m].Low));
        }

        lanes = source;
    }

    private static void Constants(ReadOnlySpan<float> values, ReadOnlySpan<int> criteria, Vector512<float>* scores)
    {
        for (var m = 0; m < values.Length; m++)
        {
            scores[criteria[m]] = Vector512.Create(values[m]);
        }
    }

    private static void Dependents(ReadOnlySpan<int> places, Vector512<float>* joint, ReadOnlySpan<int> criteria, Vector512<float>* scores)
    {
        for (var m = 0; m < places.Length; m++)
        {
            scores[criteria[m]] = joint[places[m]];
        }
    }
}
