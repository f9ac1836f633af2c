using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// The hot loops for processors whose vectors have 128 bits: the sixteen samples in four pieces, each on its own from the
/// first word to the last, so that its streams stay in registers. The same operations on every lane, so the same bits.
/// </summary>
internal static unsafe class NarrowLanes
{
    private const int Pieces = 4;
    private const int Lanes = 16;
    private const int Piece = Lanes / Pieces;

    /// <summary>Switch of the application context that uses these loops on any processor, to test and to time them.</summary>
    internal const string Switch = "Weerbaar.Analysis.NarrowLanes";

    /// <summary>True when the wide types would be done piece by piece by the runtime.</summary>
    internal static readonly bool AreUsed = !Vector256.IsHardwareAccelerated || (AppContext.TryGetSwitch(Switch, out var asked) && asked);

    /// <summary>As <see cref="ScoreLanes.ThreePointValues"/>, from plain random words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ThreePointValues(ReadOnlySpan<ThreePoint> points, int criteria, ref RandomLanes lanes, float* weights, float* values)
    {
        fixed (ThreePoint* first = points)
        {
            for (var piece = 0; piece < Pieces; piece++, weights += Piece, values += Piece)
            {
                var source = lanes.Part(piece);
                var point = 0;
                var into = values;
                for (; point < points.Length; into += Lanes)
                {
                    var sum = Vector128.Load(weights) * FromPair(first + point++, source.Next());
                    for (var m = 1; m < criteria; m++)
                    {
                        sum = MultiplyAdd.Of(Vector128.Load(weights + (m * Lanes)), FromPair(first + point++, source.Next()), sum);
                    }

                    sum.Store(into);
                }

                lanes.Put(piece, source);
            }
        }
    }

    /// <summary>Triangular scores, each where its criterion says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ThreePoints(ReadOnlySpan<ThreePoint> points, ref RandomLanes lanes, ReadOnlySpan<int> criteria, float* scores)
    {
        fixed (ThreePoint* first = points)
        {
            for (var piece = 0; piece < Pieces; piece++, scores += Piece)
            {
                var source = lanes.Part(piece);
                for (var m = 0; m < criteria.Length; m++)
                {
                    FromPair(first + m, source.Next()).Store(scores + (criteria[m] * Lanes));
                }

                lanes.Put(piece, source);
            }
        }
    }

    /// <summary>Σ weight × score; the sum begins at zero or, which may round otherwise, with the first product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Weigh(float* weights, float* scores, int criteria, bool fromZero, float* into)
    {
        for (var piece = 0; piece < Lanes; piece += Piece)
        {
            var sum = fromZero ? Vector128<float>.Zero : Vector128.Load(weights + piece) * Vector128.Load(scores + piece);
            for (var at = piece + (fromZero ? 0 : Lanes); at < criteria * Lanes; at += Lanes)
            {
                sum = MultiplyAdd.Of(Vector128.Load(weights + at), Vector128.Load(scores + at), sum);
            }

            sum.Store(into + piece);
        }
    }

    /// <summary>Σ weight × score with the same weights for all samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void WeighAlike(float* weights, float* scores, int criteria, float* into)
    {
        for (var piece = 0; piece < Lanes; piece += Piece)
        {
            var sum = Vector128<float>.Zero;
            for (var m = 0; m < criteria; m++)
            {
                sum = MultiplyAdd.Of(Vector128.Create(weights[m]), Vector128.Load(scores + (m * Lanes) + piece), sum);
            }

            sum.Store(into + piece);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FromPair(ThreePoint* point, Vector128<uint> words)
    {
        var first = (words >> 16).AsInt32();
        var second = (words & Vector128.Create(0xFFFFu)).AsInt32();
        var least = Vector128.ConvertToSingle(Vector128.Min(first, second));
        var most = Vector128.ConvertToSingle(Vector128.Max(first, second));
        var sum = MultiplyAdd.Of(least, Vector128.Create(point->OfMin), Vector128.Create(point->Start));
        return MultiplyAdd.Of(most, Vector128.Create(point->OfMax), sum);
    }
}
