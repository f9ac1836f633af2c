using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Tests.Uncertainty;

public sealed class DistributionTests
{
    public static TheoryData<Distribution> All =>
    [
        new Fixed(0.3),
        new Uniform(-1, 2),
        new Triangular(0, 0.2, 1),
        new Triangular(0.5, 0.5, 0.5),
        new Pert(0, 0.2, 1),
        new Normal(5, 2),
        new LogNormal(0.1, 0.4),
        new Beta(2, 5),
        new Discrete([(0.0, 1), (0.5, 2), (1.0, 1)]),
        PiecewiseLinear.FromFiveFiftyNinetyFive(1, 4, 9),
        PiecewiseLinear.FromObservations([3, 1, 2, 7]),
        new Metalog(1, 4, 9),
        new LogUniform(0.0005, 0.005),
        new Power(10, new Uniform(-4, -3)),
        new Linear(new Triangular(0, 0.2, 1), 1, -2),
        new Mixture([(new Uniform(0, 1), 1), (new Normal(0.5, 0.1), 3)]),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_quantile_never_falls_as_its_probability_rises(Distribution distribution)
    {
        var quantiles = Enumerable.Range(1, 199).Select(k => distribution.Quantile(k / 200.0)).ToList();

        quantiles.Zip(quantiles.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second + 1e-12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_mean_is_the_average_of_the_quantiles(Distribution distribution)
    {
        var average = Enumerable.Range(0, 4000).Average(k => distribution.Quantile((k + 0.5) / 4000));

        average.ShouldBe(distribution.Mean, 5e-4 * Math.Max(1, Math.Abs(distribution.Mean)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Equal_parameters_make_equal_distributions(Distribution distribution) =>
        ((IEnumerable<object[]>)All).Count(row => distribution.Equals(row[0])).ShouldBe(1);

    [Theory]
    [InlineData(5.0)]
    [InlineData(50.0)]
    [InlineData(95.0)]
    public void Three_quantiles_come_back_out(double percent)
    {
        var expected = percent switch { 5 => 1.0, 50 => 4.0, _ => 9.0 };

        new Metalog(1, 4, 9).Quantile(percent / 100).ShouldBe(expected, 1e-12);
        PiecewiseLinear.FromFiveFiftyNinetyFive(1, 4, 9).Quantile(percent / 100).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void A_class_on_a_logarithmic_axis_has_its_middle_at_the_geometric_mean() =>
        new LogUniform(0.0005, 0.005).Quantile(0.5).ShouldBe(Math.Sqrt(0.0005 * 0.005), 1e-15);

    [Fact]
    public void The_table_of_a_quantile_function_meets_it_within_its_stated_error()
    {
        foreach (var (distribution, deviation) in new (Distribution, double)[] { (new Normal(5, 2), 2), (new Pert(0, 0.2, 1), 0.18), (new LogNormal(0.1, 0.4), 0.45), (new Beta(0.7, 3), 0.18) })
        {
            var table = new QuantileTable(distribution);
            foreach (var word in Enumerable.Range(0, 4000).Select(k => (uint)((k * 1073741L) + 77)).Concat([0u, 1u, uint.MaxValue, 1u << 31, (1u << 31) - 1]))
            {
                var exact = distribution.Quantile((word + 0.5) / 4294967296.0);
                ((double)table.At(Vector512.Create(word))[0]).ShouldBe(exact, deviation * (word is > 1u << 16 and < uint.MaxValue - (1u << 16) ? 2e-4 : 0.2), $"{distribution} at {word}");
            }
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new Fixed(bad));
            Should.Throw<ArgumentOutOfRangeException>(() => new Uniform(0, bad));
            Should.Throw<ArgumentOutOfRangeException>(() => new Triangular(0, bad, 1));
            Should.Throw<ArgumentOutOfRangeException>(() => new Pert(0, bad, 1));
            Should.Throw<ArgumentOutOfRangeException>(() => new Normal(bad, 1));
            Should.Throw<ArgumentOutOfRangeException>(() => new LogNormal(0, bad));
            Should.Throw<ArgumentOutOfRangeException>(() => new Beta(1, 1, 0, bad));
            Should.Throw<ArgumentOutOfRangeException>(() => new Discrete([(bad, 1)]));
            Should.Throw<ArgumentOutOfRangeException>(() => new Metalog(0, bad, 1));
        }
    }

    [Fact]
    public void Quantiles_that_cross_and_ends_the_wrong_way_round_are_refused()
    {
        Should.Throw<ArgumentException>(() => new Uniform(2, 1));
        Should.Throw<ArgumentException>(() => new Triangular(0, 2, 1)).Message.ShouldContain("low ≤ best ≤ high");
        Should.Throw<ArgumentException>(() => new Pert(1, 0, 2));
        Should.Throw<ArgumentException>(() => PiecewiseLinear.FromFiveFiftyNinetyFive(3, 2, 4)).Message.ShouldContain("cross");
        Should.Throw<ArgumentException>(() => new Metalog(3, 2, 4)).Message.ShouldContain("cross");
        Should.Throw<ArgumentException>(() => new Metalog(0, 0.01, 10)).Message.ShouldContain("too skewed");
        Should.Throw<ArgumentException>(() => new LogUniform(0, 1));
        Should.Throw<ArgumentException>(() => new Normal(0, -1));
        Should.Throw<ArgumentException>(() => new Discrete([(1, 0)]));
    }
}
