using System.Buffers;
using System.Runtime.CompilerServices;

namespace Weerbaar.Analysis.Robustness;

/// <summary>Quantiles of samples, straight lines between the order statistics (Hyndman and Fan 1996, type 7).</summary>
public static class Quantiles
{
    /// <summary>The values not exceeded with each of the probabilities (0 to 1); the samples need not be sorted.</summary>
    public static double[] Of(ReadOnlySpan<double> samples, params ReadOnlySpan<double> probabilities)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("Quantiles need at least one sample.", nameof(samples));
        }

        foreach (var sample in samples)
        {
            if (double.IsNaN(sample))
            {
                throw new ArgumentException("Quantiles need samples that are numbers.", nameof(samples));
            }
        }

        // Rented: thousands of samples for every scenario would fill the heap of large objects.
        var rented = ArrayPool<double>.Shared.Rent(samples.Length);
        try
        {
            var partly = rented.AsSpan(0, samples.Length);
            samples.CopyTo(partly);
            return Of(partly, probabilities);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static double[] Of(Span<double> partly, ReadOnlySpan<double> probabilities)
    {
        var (found, known) = (new double[probabilities.Length], 0);
        for (var k = 0; k < found.Length; k++)
        {
            var place = Math.Clamp(probabilities[k], 0, 1) * (partly.Length - 1);
            var below = (int)place;
            var one = Select(partly, known <= below ? known : 0, below);
            known = Math.Min(below + 1, partly.Length - 1);
            found[k] = one + ((place - below) * (Select(partly, below, known) - one));
        }

        return found;
    }

    // Hoare's selection (1961): the number that a full sort would put at a place. Leaves the samples closer to sorted.
    // What stands before low is known not to be above what stands after it.
    private static double Select(Span<double> numbers, int low, int place)
    {
        var high = numbers.Length - 1;
        while (low < high)
        {
            var (left, right) = Part(numbers, low, high);
            (low, high) = place <= right ? (low, right) : place >= left ? (left, high) : (place, place);
        }

        return numbers[place];
    }

    // Afterwards nothing up to right is above the pivot and nothing from left on is below it; in between all are equal to it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Left, int Right) Part(Span<double> numbers, int left, int right)
    {
        var (a, b, c) = (numbers[left], numbers[(left + right) / 2], numbers[right]);
        var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
        while (left <= right)
        {
            while (numbers[left] < pivot)
            {
                left++;
            }

            while (numbers[right] > pivot)
            {
                right--;
            }

            if (left <= right)
            {
                (numbers[left], numbers[right]) = (numbers[right], numbers[left]);
                (left, right) = (left + 1, right - 1);
            }
        }

        return (left, right);
    }
}
