using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class ClassAxisTests
{
    [Fact]
    public void A_higher_value_never_lies_lower_on_the_axis() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), ArbMap.Default.ArbFor<NormalFloat>(), (a, b) =>
        {
            var (low, high) = (Math.Min(a.Get, b.Get), Math.Max(a.Get, b.Get));
            var axis = Some.Likelihood();
            return axis.Position(low) <= axis.Position(high) && axis.Position(low) >= 0 && axis.Position(high) <= 1;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.0005, 0.2)]
    [InlineData(0.05, 0.6)]
    [InlineData(0.5, 0.8)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Every_class_takes_the_same_room(double value, double position) =>
        Some.Likelihood().Position(value).ShouldBe(position, 1e-9);

    [Fact]
    public void A_value_halfway_a_decade_lies_halfway_its_class() =>
        Some.Likelihood().Position(0.005 * Math.Sqrt(10)).ShouldBe(0.5, 1e-9);

    [Fact]
    public void Without_equal_classes_the_axis_is_logarithmic_from_end_to_end()
    {
        var axis = new ClassAxis("", Some.Likelihood().Classes, AxisNumbers.Percent, Some.Culture("nl"), hasEqualClasses: false);
        axis.Position(0.5).ShouldBe(Math.Log(0.5 / 0.00005) / Math.Log(1 / 0.00005), 1e-9);
    }

    [Theory]
    [InlineData(0.005, 2)]
    [InlineData(0.00499, 1)]
    [InlineData(0, 0)]
    [InlineData(1, 4)]
    public void A_value_on_an_edge_belongs_to_the_higher_class(double value, int place) =>
        Some.Likelihood().ClassOf(value).ShouldBe(place);

    [Fact]
    public void Intervals_are_written_as_the_reader_does()
    {
        Some.Likelihood("nl").Write(0.005, 0.05).ShouldBe("0,5%–5%");
        Some.Likelihood("en").Write(0.005, 0.05).ShouldBe("0.5%–5%");
        Some.Likelihood("nl").Write(0, 0.0005).ShouldBe("< 0,05%");
    }

    [Fact]
    public void Amounts_are_written_with_two_figures_and_their_unit()
    {
        var axis = new ClassAxis("Kosten", [new("A", "", 0, 50e6), new("B", "", 50e6, double.PositiveInfinity)], AxisNumbers.Plain, Some.Culture("nl"), "euro");
        axis.Write(50e6).ShouldBe("50.000.000\u00A0euro");
        axis.Write(50e6, double.PositiveInfinity).ShouldBe("≥ 50.000.000\u00A0euro");
        axis.EdgeText(2).ShouldBeNull();
    }

    [Fact]
    public void Classes_that_do_not_rise_are_refused() =>
        Should.Throw<ArgumentException>(() => new ClassAxis("", [new("A", "", 0, 2), new("B", "", 2, 1)], AxisNumbers.Plain, Some.Culture("nl")));
}
