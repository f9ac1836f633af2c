using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Tests.Robustness;

public sealed class DiagramTests
{
    [Fact]
    public void Bands_count_a_value_on_an_edge_in_the_higher_band() =>
        BandProbability.Of([0.05, 0.1, 0.2, 0.9], [0.1, 0.5]).ShouldBe([0.25, 0.5, 0.25]);

    [Fact]
    public void Bands_refuse_edges_that_do_not_rise_and_values_that_are_no_number()
    {
        Should.Throw<ArgumentException>(() => BandProbability.Of([1], [0.5, 0.5]));
        Should.Throw<ArgumentException>(() => BandProbability.Of([double.NaN], [0.5]));
        Should.Throw<ArgumentException>(() => BandProbability.Of([], [0.5]));
    }

    [Fact]
    public void Values_drawn_for_the_diagram_have_the_quantiles_of_their_distribution()
    {
        var input = new AcceptabilityInput(2, [new LogUniform(0.001, 0.1), new Normal(5, 1)], new UniformWeights(1));

        var values = ValueSamples.Draw(input, 50_000, 3);

        Quantiles.Of(values[0], 0.05, 0.5, 0.95).Zip([0.00126, 0.01, 0.0794]).ShouldAllBe(p => Math.Abs(p.First / p.Second - 1) < 0.04);
        Quantiles.Of(values[1], 0.05, 0.5, 0.95).Zip([3.355, 5, 6.645]).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 0.03);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_density_region_of_a_round_cloud_is_a_disc_with_the_share_inside(double share)
    {
        var (x, y) = Cloud(20_000);

        var region = DensityRegion.Of(x, y, [share]).ShouldHaveSingleItem();

        var inside = Enumerable.Range(0, x.Length).Count(k => region.Polygons.Sum(p => Winding(p, x[k], y[k])) != 0) / (double)x.Length;
        inside.ShouldBe(share, 0.03);
        // A standard normal pair holds the share within √(−2·ln(1 − share)); the kernel widens a little.
        var radius = Math.Sqrt(-2 * Math.Log(1 - share));
        region.Polygons.MaxBy(p => p.Count)!.ShouldAllBe(p => Math.Abs(Math.Sqrt((p.X * p.X) + (p.Y * p.Y)) - radius) < 0.35);
    }

    [Fact]
    public void The_wider_region_encloses_the_narrower_one()
    {
        var (x, y) = Cloud(5000);

        var regions = DensityRegion.Of(x, y, [0.5, 0.9]);

        Area(regions[1]).ShouldBeGreaterThan(2 * Area(regions[0]));
    }

    [Fact]
    public void A_scenario_without_doubt_gets_a_small_area_around_its_point()
    {
        var region = DensityRegion.OfLogarithms([0.01, 0.01], [0.1, 0.1], [0.9]).ShouldHaveSingleItem();

        region.Polygons.ShouldHaveSingleItem().ShouldAllBe(p => Math.Abs(p.X + 2) < 0.1 && Math.Abs(p.Y + 1) < 0.1);
    }

    [Fact]
    public void A_logarithmic_axis_refuses_zero() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DensityRegion.OfLogarithms([0.0, 1], [1, 1], [0.5])).Message.ShouldContain("above 0");

    [Fact]
    public void A_year_with_a_rare_fixed_loss_has_the_exceedance_of_Poisson()
    {
        var loss = YearlyLoss.Simulate([new(new Fixed(0.02), new Fixed(100))], 200_000, 1);

        loss.At(0).Probability.ShouldBe(1 - Math.Exp(-0.02), 5 * loss.At(0).StandardError);
        loss.At(100).Probability.ShouldBe(1 - (Math.Exp(-0.02) * 1.02), 1e-4);
        loss.Mean.ShouldBe(2, 0.12);
        loss.OnceIn(100).ShouldBe(100);
        loss.Curve().ShouldAllBe(p => p.Probability >= 0 && p.Probability <= 1);
    }

    [Fact]
    public void The_exceedance_curve_falls_and_losses_that_cannot_be_are_refused()
    {
        var curve = YearlyLoss.Simulate([new(new LogUniform(0.001, 0.1), new LogNormal(3, 1)), new(new Fixed(0.5), new Uniform(0, 5))], 20_000, 1).Curve();

        curve.Zip(curve.Skip(1)).ShouldAllBe(p => p.First.Probability >= p.Second.Probability && p.First.Loss < p.Second.Loss);
        Should.Throw<ArgumentException>(() => YearlyLoss.Simulate([new(new Fixed(-1), new Fixed(1))], 10, 1));
        Should.Throw<ArgumentException>(() => YearlyLoss.Simulate([new(new Fixed(1), new Normal(1, 1))], 10, 1));
        Should.Throw<ArgumentException>(() => YearlyLoss.Simulate([], 0, 1));
    }

    private static (double[] X, double[] Y) Cloud(int points)
    {
        var random = new RandomSequence(5, StreamPurpose.Integration, 0);
        var (x, y) = (new double[points], new double[points]);
        for (var k = 0; k < points; k++)
        {
            (x[k], y[k]) = (Elementary.NormalQuantile(random.NextOpen()), Elementary.NormalQuantile(random.NextOpen()));
        }

        return (x, y);
    }

    private static double Area(DensityRegion region) => region.Polygons.Sum(p =>
        Enumerable.Range(0, p.Count).Sum(k => ((p[k].X * p[(k + 1) % p.Count].Y) - (p[(k + 1) % p.Count].X * p[k].Y)) / 2));

    private static int Winding(IReadOnlyList<DiagramPoint> polygon, double x, double y)
    {
        var winding = 0;
        for (var k = 0; k < polygon.Count; k++)
        {
            var (a, b) = (polygon[k], polygon[(k + 1) % polygon.Count]);
            var side = ((b.X - a.X) * (y - a.Y)) - ((x - a.X) * (b.Y - a.Y));
            winding += a.Y <= y && b.Y > y && side > 0 ? 1 : a.Y > y && b.Y <= y && side < 0 ? -1 : 0;
        }

        return winding;
    }
}
