using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Tests.Platform;

public sealed class OrganisationTests
{
    [Fact]
    public void A_row_shows_abbreviations_and_the_names_of_what_has_none() =>
        OrganisationCatalogue.Shipped.Words(["JenV", "gemeenten", "VR13"]).ShouldBe($"JenV, {OrganisationCatalogue.Shipped.NameOf("gemeenten").Here}, VR13");

    [Fact]
    public void Every_parent_is_an_organisation_and_no_two_hold_on_one_day()
    {
        var catalogue = OrganisationCatalogue.Shipped;
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
        Enumerable.Range(1, 25).ShouldAllBe(n => OrganisationCatalogue.Shipped.IsWithin($"VR{n:00}", "veiligheidsregios", new DateOnly(2026, 11, 22)));

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
        OrganisationCatalogue.Shipped.IsWithin(code, whole, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(within);

    [Theory]
    [InlineData("VenJ", "2017-10-25", true)]
    [InlineData("VenJ", "2017-10-26", false)]
    [InlineData("JenV", "2017-10-25", false)]
    [InlineData("JenV", "2017-10-26", true)]
    [InlineData("DEF", "1990-01-01", true)]
    public void An_organisation_is_there_from_its_first_day_until_the_day_the_next_takes_over(string code, string day, bool isThere) =>
        OrganisationCatalogue.Shipped.Find(code)!.ExistsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isThere);

    [Fact]
    public void Nobody_chooses_an_organisation_that_ended_or_has_yet_to_begin_but_for_what_was_chosen()
    {
        var (before, after) = (new DateOnly(2017, 10, 25), new DateOnly(2017, 10, 26));

        Choices(before).ShouldBe(["VenJ"]);
        Choices(after).ShouldBe(["JenV"]);
        Choices(after, "VenJ").ShouldBe(["JenV", "VenJ"], ignoreOrder: true);

        static IEnumerable<string> Choices(DateOnly day, params string[] chosen) =>
            OrganisationChoices.Of(OrganisationCatalogue.Shipped, new Texts(), day, chosen).SelectMany(g => g.Options).Select(o => o.Value).Where(c => c is "VenJ" or "JenV");
    }

    [Fact]
    public void A_deployment_adds_organisations_and_puts_one_in_the_place_of_a_known_one()
    {
        var catalogue = With("""
            - { code: Elek-Noord, nl: Elektriciteitsnet Noord, en: Northern Electricity Grid, kind: operator, from: 2025-01-01, source: an invented example, parents: [{ code: EZK, from: 2026-02-23 }] }
            - { code: NCC, nl: Crisiscentrum, en: Crisis centre, kind: agency, to: 2030-01-01 }
            """);

        catalogue.NameOf("Elek-Noord").En.ShouldBe("Northern Electricity Grid");
        catalogue.Find("Elek-Noord")!.Kind.ShouldBe(OrganisationKind.Operator);
        catalogue.IsWithin("Elek-Noord", "EZK", new DateOnly(2026, 11, 22)).ShouldBeTrue();
        catalogue.Find("NCC")!.To.ShouldBe(new DateOnly(2030, 1, 1));
        catalogue.All.Count.ShouldBe(OrganisationCatalogue.Shipped.All.Count + 1);
        Should.NotThrow(() => catalogue.Check("leads", ["Elek-Noord", "JenV"]));
    }

    [Theory]
    [InlineData("code: Elek-Noord", "code: Elek Noord", ":2: A code is 2 to 20 letters")]
    [InlineData("kind: operator", "kind: grid", ":5: Expected one of ministry, agency, region, institute, operator, abroad, other")]
    [InlineData("from: 2025-01-01", "from: 1 January", ":6: Expected a day for 'from'")]
    [InlineData("to: 2031-01-01", "to: 2025-01-01", ":7: 'to' is the first day that it is no longer there")]
    [InlineData("code: EZK", "code: NOBODY", ":8: There is no organisation with the code 'NOBODY'")]
    [InlineData("code: EZK", "code: Elek-Noord", ":8: 'Elek-Noord' would fall under itself")]
    [InlineData("{ code: EZK }", "{ code: EZK }, { code: BZK }", ":8: It falls under two at the same time")]
    [InlineData("kind: operator", "kind: operator\n  phone: 112", ":6: 'phone' means nothing here")]
    [InlineData("nl: Net", "name: Net", ":2: Expected 'nl' here")]
    public void What_is_wrong_with_the_file_of_a_deployment_is_told_with_its_line(string part, string wrong, string says)
    {
        const string good = "# ours\n- code: Elek-Noord\n  nl: Net\n  en: Grid\n  kind: operator\n  from: 2025-01-01\n  to: 2031-01-01\n  parents: [{ code: EZK }]\n";
        With(good).Find("Elek-Noord").ShouldNotBeNull();

        var refused = Should.Throw<BadInputException>(() => With(good.Replace(part, wrong, StringComparison.Ordinal)));

        string.Join('\n', refused.Errors).ShouldContain(says);
    }

    [Fact]
    public void Organisations_that_fall_under_each_other_and_codes_that_stand_twice_are_refused()
    {
        string Told(string yaml) => string.Join('\n', Should.Throw<BadInputException>(() => With(yaml)).Errors);

        Told("- { code: AA, nl: a, en: a, kind: other, parents: [{ code: BB }] }\n- { code: BB, nl: b, en: b, kind: other, parents: [{ code: AA }] }").ShouldContain("'AA' would fall under itself");
        Told("- { code: AA, nl: a, en: a, kind: other }\n- { code: AA, nl: b, en: b, kind: other }").ShouldContain(":2: The code 'AA' stands here twice");
    }

    private static OrganisationCatalogue With(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "organisations.yaml"), yaml);
            return OrganisationCatalogue.With(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
