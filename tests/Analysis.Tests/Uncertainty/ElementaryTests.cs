using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics;
using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.Analysis.Tests.Uncertainty;

public sealed class ElementaryTests
{
    [Fact]
    public void Logarithm_and_exponential_agree_with_the_library()
    {
        var numbers = Gen.Choose(-6_000_000, 6_000_000).Select(k => k / 10_000.0);

        Prop.ForAll(Arb.From(numbers), x =>
            Near(Elementary.Exp(x), Math.Exp(x), 1e-13)
            && Near(Elementary.Log(Math.Exp(x / 10)), Math.Log(Math.Exp(x / 10)), 1e-14)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(5e-324, -744.4400719213812)]
    public void Logarithm_at_its_ends(double x, double expected) => Elementary.Log(x).ShouldBe(expected);

    [Theory]
    [InlineData(1e-300, -37.0471)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(0.025, -1.959963984540054)]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    public void Normal_quantiles_are_the_tabulated_ones(double p, double z) =>
        Elementary.NormalQuantile(p).ShouldBe(z, p < 1e-100 ? 1e-4 : 1e-12);

    [Fact]
    public void The_normal_distribution_function_undoes_its_quantile()
    {
        foreach (var p in Enumerable.Range(1, 999).Select(k => k / 1000.0).Append(1e-9).Append(1e-15))
        {
            Elementary.NormalCdf(Elementary.NormalQuantile(p)).ShouldBe(p, p * 1e-12);
        }
    }

    [Theory]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(1, 0)]
    [InlineData(5, 3.1780538303479458)]
    [InlineData(100.5, 361.4355404678)]
    public void Log_gamma_has_the_known_values(double x, double expected) => Elementary.LogGamma(x).ShouldBe(expected, 1e-9);

    [Fact]
    public void Incomplete_beta_and_its_inverse_agree_with_the_library()
    {
        foreach (var (a, b) in new[] { (0.5, 0.5), (1.0, 5.0), (2.0, 4.0), (3.4, 2.6), (30.0, 2.0), (200.0, 300.0) })
        {
            foreach (var p in new[] { 1e-9, 0.001, 0.05, 0.5, 0.95, 0.999 })
            {
                var x = new IncompleteBeta(a, b).Inverse(p);
                SpecialFunctions.BetaRegularized(a, b, x).ShouldBe(p, 1e-11);
            }
        }
    }

    private static bool Near(double x, double y, double relative) => Math.Abs(x - y) <= relative * Math.Max(Math.Abs(y), 1e-300) || x == y;
}
