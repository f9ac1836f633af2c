using Weerbaar.Platform.Organisations;

namespace Weerbaar.Tests.Platform;

public sealed class OrganisationTests
{
    [Fact]
    public void A_row_shows_abbreviations_and_the_names_of_what_has_none() =>
        new OrganisationCatalogue().Words(["JenV", "gemeenten", "VR13"]).ShouldBe($"JenV, {new OrganisationCatalogue().NameOf("gemeenten").Here}, VR13");

    [Fact]
    public void Every_parent_is_an_organisation_and_no_two_hold_on_one_day()
    {
        var catalogue = new OrganisationCatalogue();
        foreach (var organisation in catalogue.All)
        {
            organisation.Parents.ShouldAllBe(p => catalogue.Find(p.Code) != null, organisation.Code);
            foreach (var day in organisation.Parents.SelectMany(p => new[] { p.From, p.To }).OfType<DateOnly>())
            {
                organisation.Parents.Count(p => p.HoldsOn(day)).ShouldBe(1, $"{organisation.Code} {day:O}");
            }
        }
    }

    [Fact]
    public void There_are_25_safety_regions_and_each_falls_under_all_of_them_together() =>
        Enumerable.Range(1, 25).ShouldAllBe(n => new OrganisationCatalogue().IsWithin($"VR{n:00}", "veiligheidsregios", new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData("NCC", "JenV", "2026-11-22", true)]
    [InlineData("NCC", "VenJ", "2026-11-22", false)]
    [InlineData("NCC", "VenJ", "2015-01-01", true)]
    [InlineData("KNMI", "IenM", "2017-10-25", true)]
    [InlineData("KNMI", "IenM", "2017-10-26", false)]
    [InlineData("KNMI", "IenW", "2017-10-26", true)]
    [InlineData("JenV", "NCTV", "2026-11-22", false)]
    [InlineData("DEF", "DEF", "2026-11-22", true)]
    [InlineData("nobody", "DEF", "2026-11-22", false)]
    public void An_organisation_falls_under_another_for_as_long_as_it_does(string code, string whole, string day, bool within) =>
        new OrganisationCatalogue().IsWithin(code, whole, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(within);
}
