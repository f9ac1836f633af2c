using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Scales;

public class LikelihoodScaleTests
{
    private static readonly LikelihoodScale scale = SmallEdition.Likelihood;

    [Theory]
    [InlineData(0, "A")]
    [InlineData(0.0005, "B")]
    [InlineData(0.0049999, "B")]
    [InlineData(0.005, "C")]
    [InlineData(0.5, "E")]
    [InlineData(1, "E")]
    public void A_probability_on_a_bound_is_in_the_higher_class(double p, string expected) =>
        scale.ClassOf(new Probability(p)).Id.ShouldBe(expected);

    [Theory]
    [InlineData("C-high", VulnerabilityEffect.OneDown, "C-mid")]
    [InlineData("C-low", VulnerabilityEffect.OneDown, "B")]
    [InlineData("D-low", VulnerabilityEffect.OneDown, "C-high")]
    [InlineData("D", VulnerabilityEffect.OneDown, "C")]
    [InlineData("A", VulnerabilityEffect.OneDown, "A")]
    [InlineData("C", VulnerabilityEffect.Unchanged, "C")]
    [InlineData("C-low", VulnerabilityEffect.TopOfClass, "C-high")]
    [InlineData("E", VulnerabilityEffect.TopOfClass, "E")]
    public void Vulnerability_adjusts_the_level_of_a_malicious_threat(string level, VulnerabilityEffect effect, string expected) =>
        scale.Adjust(scale.Find(level)!, new("v", Words.Same("v"), effect)).Id.ShouldBe(expected);

    [Fact]
    public void A_level_that_is_not_on_the_scale_is_not_found() => scale.Find("C-top").ShouldBeNull();

    [Fact]
    public void A_nature_without_probabilities_is_refused() =>
        Should.Throw<MethodInputException>(() => (scale with { MaliciousHorizonYears = null }).HorizonYears(Nature.Malicious));
}
