using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.Analysis.Tests.Uncertainty;

public sealed class DependenceTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.4)]
    public void Inputs_get_the_rank_correlation_asked_for_and_keep_their_own_distribution(double rho)
    {
        var copula = new GaussianCopula([0, 2], new[,] { { 1, rho }, { rho, 1 } });
        var input = new AcceptabilityInput(3, [new LogNormal(0, 1), new Uniform(0, 1), new Triangular(0, 1, 4)], new UniformWeights(1), copula);

        var drawn = ValueSamples.Draw(input, 20_000, 2);

        Spearman(drawn[0], drawn[2]).ShouldBe(rho, 0.02);
        Spearman(drawn[0], drawn[1]).ShouldBe(0, 0.035);
        Quantiles.Of(drawn[0], 0.5)[0].ShouldBe(1, 0.05);
        Quantiles.Of(drawn[2], 0.25)[0].ShouldBe(1, 0.06);
    }

    [Fact]
    public void A_common_driver_moves_its_inputs_together()
    {
        var driver = new CommonDriver([(0, 0.8), (1, 0.8), (2, -1)]);
        var input = new AcceptabilityInput(3, [.. Enumerable.Repeat(new Normal(0, 1), 3)], new UniformWeights(1), driver);

        var drawn = ValueSamples.Draw(input, 20_000, 2);

        Pearson(drawn[0], drawn[1]).ShouldBe(0.64, 0.03);
        Pearson(drawn[0], drawn[2]).ShouldBe(-0.8, 0.03);
    }

    [Fact]
    public void Certain_wins_follow_from_perfect_dependence()
    {
        // Independent, the second would win four in five; moving as one, always.
        var input = new AcceptabilityInput(2, [new Normal(0, 1), new Normal(0.2, 1)], new UniformWeights(1), new CommonDriver([(0, 1), (1, 1)]));

        Acceptability.Run(input, new(10_000, 1)).Pairwise[1][0].ShouldBe(1);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused_and_the_nearest_offered()
    {
        var impossible = new[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } };

        var refusal = Should.Throw<NotPositiveDefiniteException>(() => new GaussianCopula([0, 1, 2], impossible));

        refusal.Message.ShouldContain("not positive semidefinite");
        Should.NotThrow(() => new GaussianCopula([0, 1, 2], refusal.Nearest));
    }

    [Fact]
    public void Inputs_that_move_exactly_alike_or_opposite_are_no_contradiction()
    {
        var alike = new GaussianCopula([0, 1, 2], new[,] { { 1.0, 1, -1 }, { 1, 1, -1 }, { -1, -1, 1 } });
        var pair = new GaussianCopula([0, 1, 2], new[,] { { 1.0, 1, 0.5 }, { 1, 1, 0.5 }, { 0.5, 0.5, 1 } });

        Enumerable.Range(0, 3).Select(i => Math.Round(alike.Share(i, 0), 12)).ShouldBe([1, 1, -1]);
        Enumerable.Range(0, 3).Select(k => Math.Round(pair.Share(1, k) - pair.Share(0, k), 12)).ShouldBe([0, 0, 0]);
        Should.Throw<NotPositiveDefiniteException>(() => new GaussianCopula([0, 1, 2], new[,] { { 1.0, 1, 1 }, { 1, 1, -1 }, { 1, -1, 1 } }));
        Should.Throw<NotPositiveDefiniteException>(() => new GaussianCopula([0, 1, 2], new[,] { { 1.0, 1, 0.5 }, { 1, 1, 0.4 }, { 0.5, 0.4, 1 } }));
    }

    [Fact]
    public void The_nearest_correlation_matrix_is_that_of_Higham()
    {
        // Higham, IMA J. Numer. Anal. 22 (2002), section 1: the distance is 0.2099 for this tridiagonal matrix of ones.
        var matrix = new[,] { { 1.0, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } };

        var nearest = CorrelationMatrix.Nearest(matrix);

        nearest[0, 1].ShouldBe(0.7607, 1e-3);
        nearest[0, 2].ShouldBe(0.1573, 1e-3);
    }

    [Fact]
    public void Matrices_that_are_no_correlations_are_refused()
    {
        Should.Throw<ArgumentException>(() => new GaussianCopula([0, 1], new[,] { { 1, 0.5 }, { 0.4, 1 } })).Message.ShouldContain("Row 1, column 2");
        Should.Throw<ArgumentException>(() => new GaussianCopula([0, 1], new[,] { { 1, double.NaN }, { double.NaN, 1 } }));
        Should.Throw<ArgumentException>(() => new GaussianCopula([0, 1], new[,] { { 1, 1.5 }, { 1.5, 1 } }));
        Should.Throw<ArgumentException>(() => new CommonDriver([(0, 1.1)]));
        Should.Throw<ArgumentException>(() => new AcceptabilityInput(2, [new Fixed(0), new Fixed(1)], new UniformWeights(1), new CommonDriver([(0, 1)]), new CommonDriver([(0, 1)]))).Message.ShouldContain("two dependences");
    }

    private static double Spearman(double[] x, double[] y) => Pearson(Ranks(x), Ranks(y));

    private static double[] Ranks(double[] values)
    {
        var ranks = new double[values.Length];
        foreach (var (place, index) in values.Index().OrderBy(v => v.Item).Select((v, place) => (place, v.Index)))
        {
            ranks[index] = place;
        }

        return ranks;
    }

    private static double Pearson(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y).Sum(p => (p.First - mx) * (p.Second - my)) / Math.Sqrt(x.Sum(v => (v - mx) * (v - mx)) * y.Sum(v => (v - my) * (v - my)));
    }
}
