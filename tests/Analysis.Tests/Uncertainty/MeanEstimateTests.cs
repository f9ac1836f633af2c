using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests.Uncertainty;

public sealed class MeanEstimateTests
{
    // ∫∏(1 + (x_j − ½)/j) over the unit cube is 1.
    private static double Smooth(ReadOnlySpan<double> x)
    {
        var product = 1.0;
        for (var j = 0; j < x.Length; j++)
        {
            product *= 1 + ((x[j] - 0.5) / (j + 1));
        }

        return product;
    }

    [Theory]
    [InlineData(SamplingKind.MonteCarlo)]
    [InlineData(SamplingKind.QuasiMonteCarlo)]
    public void The_stated_error_covers_the_truth_as_often_as_it_says(SamplingKind kind)
    {
        var runs = Enumerable.Range(0, 200).Select(seed => MeanEstimate.Of(Smooth, 6, new SamplingPlan(4096, (ulong)seed, kind)));

        StatedErrors.ShouldBeThoseThatOccur([.. runs.Select(e => (e.Mean - 1, e.StandardError))], "mean");
    }

    [Theory]
    [InlineData(1.6)]
    [InlineData(1 / 1.6)]
    public void Errors_stated_too_large_or_too_small_are_seen(double times)
    {
        foreach (var kind in Enum.GetValues<SamplingKind>())
        {
            var runs = Enumerable.Range(0, 200).Select(seed => MeanEstimate.Of(Smooth, 6, new SamplingPlan(4096, (ulong)seed, kind)));

            Should.Throw<ShouldAssertException>(() => StatedErrors.ShouldBeThoseThatOccur([.. runs.Select(e => (e.Mean - 1, times * e.StandardError))], "mean"));
        }
    }

    [Fact]
    public void A_lattice_needs_far_fewer_samples_for_a_smooth_function()
    {
        var plain = MeanEstimate.Of(Smooth, 6, new SamplingPlan(65_536, 1));
        var even = MeanEstimate.Of(Smooth, 6, new SamplingPlan(65_536, 1, SamplingKind.QuasiMonteCarlo));

        even.StandardError.ShouldBeLessThan(plain.StandardError / 20);
        even.Mean.ShouldBe(1, 5 * even.StandardError);
    }

    [Theory]
    [InlineData(SamplingKind.MonteCarlo)]
    [InlineData(SamplingKind.QuasiMonteCarlo)]
    public void Threads_do_not_change_a_bit(SamplingKind kind)
    {
        var plan = new SamplingPlan(100_001, 1, kind);

        MeanEstimate.Of(Smooth, 3, plan with { Threads = 16 }).ShouldBe(MeanEstimate.Of(Smooth, 3, plan));
    }

    [Fact]
    public void Every_coordinate_of_a_lattice_visits_every_point_once_and_no_two_are_alike()
    {
        var lattice = new Lattice(1024, 100);

        lattice.Dimensions.ShouldBe(100);
        lattice.Steps.ShouldAllBe(s => (s >> 22) % 2 == 1 && (s & ((1u << 22) - 1)) == 0);
        lattice.Steps.Distinct().Count().ShouldBe(100);
    }

    [Fact]
    public void A_lattice_of_a_size_that_cannot_be_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Lattice(1000, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new Lattice(8, 2));
    }

    [Theory]
    [InlineData(1L, 16, 128L)]
    [InlineData(1_000_000L, 32768, 1_015_808L)]
    public void A_quasi_run_is_whole_lattices(long asked, int size, long drawn)
    {
        var plan = new SamplingPlan(asked, 1, SamplingKind.QuasiMonteCarlo);

        plan.ChunkSize.ShouldBe(size);
        plan.Samples.ShouldBe(drawn);
    }

    [Fact]
    public void Parts_cover_every_chunk_once()
    {
        var plan = new SamplingPlan(1_000_000);

        var parts = Enumerable.Range(1, 7).Select(p => plan.Part(p, 7)).ToList();

        parts[0].From.ShouldBe(0);
        parts[^1].To.ShouldBe(plan.Chunks);
        parts.Zip(parts.Skip(1)).ShouldAllBe(p => p.First.To == p.Second.From);
        Should.Throw<ArgumentOutOfRangeException>(() => plan.Part(8, 7));
    }
}
