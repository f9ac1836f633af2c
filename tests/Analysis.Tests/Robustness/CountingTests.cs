using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Tests.Robustness;

/// <summary>The quick ways of sorting and counting against the plain ones.</summary>
public sealed unsafe class CountingTests
{
    [Fact]
    public void The_network_sorts_any_number_of_keys()
    {
        var random = new RandomSequence(1, StreamPurpose.Integration, 0);
        foreach (var count in Enumerable.Range(1, 300).Concat([511, 512, 513, 1000, 2048]))
        {
            var rows = SortingNetwork.RowsFor(count);
            var keys = Enumerable.Range(0, rows * 16).Select(k => k < count * 16 ? (uint)random.NextBelow(1 << 30) : uint.MaxValue).ToArray();
            var column = keys.Where((_, k) => k % 16 == 5).Order().ToArray();

            Sort(keys, rows);

            keys.Where((_, k) => k % 16 == 5).ShouldBe(column, $"{count} keys");
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(37)]
    [InlineData(256)]
    [InlineData(259)]
    public void Wins_and_ranks_of_any_number_of_alternatives_tell_the_same_story(int alternatives)
    {
        var result = Acceptability.Run(GeneratedScores.Input(alternatives, 3), new SamplingPlan(2600, 4, threads: 2));

        for (var i = 0; i < alternatives; i++)
        {
            // Whoever has mean rank r leaves, on average, the others but r behind.
            var behind = result.RankAcceptability[i].Select((p, r) => p * (alternatives - 1 - r)).Sum();
            (result.Pairwise[i].Sum() - 0.5).ShouldBe(behind, 1e-9);
            result.RankAcceptability[i].Sum().ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void Quantiles_are_those_of_the_sorted_samples() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>().Filter(numbers => numbers.Length > 0),
        numbers =>
        {
            double[] sorted = [.. numbers.Order().Select(n => (double)n)];
            var found = Quantiles.Of([.. numbers.Select(n => (double)n)], 0.95, 0, 0.05, 0.5, 0.5, 1);
            return found.SequenceEqual(((double[])[0.95, 0, 0.05, 0.5, 0.5, 1]).Select(p => At(sorted, p)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_refuse_what_is_not_a_number() =>
        Should.Throw<ArgumentException>(() => Quantiles.Of([1, double.NaN, 2], 0.5)).Message.ShouldContain("numbers");

    [Fact]
    public void Values_in_arrays_of_the_caller_are_those_drawn_on_one_thread()
    {
        var input = GeneratedScores.Input(3, 4);
        var values = Enumerable.Range(0, 3).Select(_ => new double[6000]).ToArray();

        ValueSamples.Fill(input, values, 5000, 9, threads: 8);

        values.SelectMany(v => v.Take(5000)).ShouldBe(ValueSamples.Draw(input, 5000, 9).SelectMany(v => v));
        Should.Throw<ArgumentException>(() => ValueSamples.Fill(input, values, 6001, 9, 1)).Message.ShouldContain("3 arrays of 6001");
    }

    [Fact]
    public void A_class_score_has_its_classes_as_often_as_it_says()
    {
        var score = new Discrete([(0.1, 1), (0.4, 2), (0.9, 5)]);

        var drawn = ValueSamples.Draw(new(2, [score, new Discrete([(0.2, 1), (0.3, 1)])], new UniformWeights(1)), 80_000, 3);

        foreach (var (level, p) in new[] { (0.1, 0.125), (0.4, 0.25), (0.9, 0.625) })
        {
            // Five standard errors.
            (drawn[0].Count(v => Math.Abs(v - level) < 1e-6) / 80_000.0).ShouldBe(p, 5 * Math.Sqrt(p * (1 - p) / 80_000));
        }

        (drawn[1].Count(v => v < 0.25) / 80_000.0).ShouldBe(0.5, 5 * 0.5 / Math.Sqrt(80_000));
    }

    private static double At(double[] sorted, double p)
    {
        var place = p * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    private static void Sort(uint[] keys, int rows)
    {
        var memory = (uint*)NativeMemory.AlignedAlloc((nuint)(keys.Length * sizeof(uint)), 64);
        keys.CopyTo(new Span<uint>(memory, keys.Length));
        SortingNetwork.Sort((Vector512<uint>*)memory, rows);
        new Span<uint>(memory, keys.Length).CopyTo(keys);
        NativeMemory.AlignedFree(memory);
    }
}
