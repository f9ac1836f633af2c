using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>A source of sixteen uniform words at a time: plain random or points of a lattice.</summary>
internal interface IUniformLanes
{
    /// <summary>True when the words of one draw are evenly spread points, which must not be taken apart into several numbers.</summary>
    static abstract bool IsEven { get; }

    /// <summary>The next coordinate of sixteen samples.</summary>
    Vector512<uint> Next();

    /// <summary>Goes on to the next sixteen samples.</summary>
    void NextSamples();
}

internal static class UniformLanes
{
    /// <summary>Words as numbers in (0, 1]: the top 24 bits, in the middle of their cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> ToUnit(Vector512<uint> words) => Vector512.FusedMultiplyAdd(
        Vector512.ConvertToSingle((words >> 8).AsInt32()),
        Vector512.Create(5.9604645e-8f),
        Vector512.Create(2.9802322e-8f));
}
