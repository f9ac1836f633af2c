using System.Runtime.CompilerServices;
using Weerbaar.Platform.Drawing;

namespace Weerbaar.Tests.Drawing;

public sealed class ColourTests
{
    public static TheoryData<string> Modes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_theme_stands_out_three_to_one_from_the_ground(string mode)
    {
        var colours = Of(mode);
        for (var i = 1; i <= ThemeMark.Count; i++)
        {
            Palette.Contrast(colours[$"t{i}"], colours["ground"]).ShouldBeGreaterThanOrEqualTo(3, $"theme {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Text_stands_out_four_and_a_half_to_one(string mode)
    {
        var colours = Of(mode);
        foreach (var ground in new[] { "paper", "ground", "card" })
        {
            Palette.Contrast(colours["ink"], colours[ground]).ShouldBeGreaterThanOrEqualTo(4.5);
            Palette.Contrast(colours["muted"], colours[ground]).ShouldBeGreaterThanOrEqualTo(4.5);
        }

        Palette.Contrast(colours["accent-ink"], colours["accent"]).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void States_and_outlines_stand_out_three_to_one(string mode)
    {
        var colours = Of(mode);
        foreach (var name in new[] { "done", "late", "due", "rule", "accent" })
        {
            Palette.Contrast(colours[name], colours["card"]).ShouldBeGreaterThanOrEqualTo(3, name);
        }
    }

    [Fact]
    public void The_letter_of_a_class_stands_out_four_and_a_half_to_one_on_its_colour() =>
        Palette.Ramp.ShouldAllBe(c => Palette.Contrast(c.Fill, c.Ink) >= 4.5);

    [Fact]
    public void The_number_on_a_finer_step_stands_out_four_and_a_half_to_one() =>
        Enumerable.Range(1, Ramp.Steps).Select(Ramp.Fine).ShouldAllBe(c => Palette.Contrast(c.Fill, c.Ink) >= 4.5);

    [Fact]
    public void Each_class_is_darker_than_the_one_before()
    {
        var lightness = Palette.Ramp.Select(c => Palette.Contrast(c.Fill, "#000000")).ToList();
        lightness.ShouldBe(lightness.OrderDescending());
        lightness.Zip(lightness.Skip(1)).ShouldAllBe(p => p.First / p.Second > 1.2);
    }

    [Fact]
    public void The_style_sheet_of_the_pages_is_the_one_the_drawings_are_made_for() =>
        File.ReadAllText(Path.Combine(Repository(), "src/web/src/styles/diagram.css")).ShouldBe(StyleSheet.ForPages);

    [Fact]
    public void A_drawing_as_a_file_needs_no_variable_from_a_page() => StyleSheet.ForFile.ShouldNotContain("var(");

    private static IReadOnlyDictionary<string, string> Of(string mode) => mode == "light" ? Palette.Light : Palette.Dark;

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
