using System.Globalization;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

namespace Weerbaar.Tests.Uncertainty;

public sealed class FirmnessTests
{
    [Theory]
    [InlineData(0.9, "90")]
    [InlineData(0.89999, "89")]
    [InlineData(0.57, "57")]
    [InlineData(0.3, "30")]
    [InlineData(0.10001, "11")]
    [InlineData(0.5, "50")]
    [InlineData(1, "100")]
    [InlineData(0, "0")]
    [InlineData(0.999, ">\u00A099")]
    [InlineData(0.001, "<\u00A01")]
    public void A_probability_is_said_in_whole_times_and_never_surer_than_it_is(double p, string said) =>
        UncertaintyWords.OfHundred(p).ShouldBe(said);

    [Fact]
    public void The_number_and_the_label_never_contradict_each_other()
    {
        var line = new OverturnLine("a", "b", 1, null, null, []);
        foreach (var p in Enumerable.Range(0, 9950).Select(k => k / 10_000.0).Where(p => p >= 0.005))
        {
            var said = int.Parse(UncertaintyWords.OfHundred(p), CultureInfo.InvariantCulture);

            UncertaintyWords.FirmnessOf(p, line).ShouldBe(said >= 90 ? Firmness.Firm : said >= 70 ? Firmness.Fair : Firmness.Shaky, $"{p}");
        }
    }

    [Fact]
    public void What_two_sides_of_a_pair_say_adds_up_to_a_hundred()
    {
        foreach (var p in Enumerable.Range(50, 9900).Select(k => k / 10_000.0).Where(p => p is > 0.005 and < 0.995))
        {
            (int.Parse(UncertaintyWords.OfHundred(p), CultureInfo.InvariantCulture) + int.Parse(UncertaintyWords.OfHundred(1 - p), CultureInfo.InvariantCulture)).ShouldBe(100, $"{p}");
        }
    }
}
