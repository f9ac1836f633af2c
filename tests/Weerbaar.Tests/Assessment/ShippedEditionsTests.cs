using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Quantities;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.Tests.Assessment;

public class ShippedEditionsTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Methods.Folder, "*.yaml").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_shipped_edition_fits_the_loader(string file)
    {
        var errors = new InputErrors();
        var edition = EditionCatalogue.Read(Path.Combine(Methods.Folder, file), errors);
        errors.All.ShouldBeEmpty();
        edition!.Sha256.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void The_five_editions_ship() =>
        Methods.Editions.Ids.ShouldBe(["be-2023", "ch-2020", "nl-2009", "nl-2022", "uk-2023"]);

    [Theory]
    [InlineData("nl-2009", 5, 10)]
    [InlineData("nl-2022", 6, 18)]
    [InlineData("be-2023", 4, 10)]
    [InlineData("ch-2020", 4, 12)]
    [InlineData("uk-2023", 7, 9)]
    public void An_edition_has_its_interests_and_criteria(string id, int interests, int criteria)
    {
        var edition = Edition(id);
        edition.Interests.Count.ShouldBe(interests);
        edition.Criteria.Count.ShouldBe(criteria);
        edition.Interests.ShouldAllBe(i => edition.CriteriaOf(i).Any());
    }

    [Fact]
    public void The_overall_rule_of_2022_is_flagged_unverified() => Edition("nl-2022").Overall.Provenance.Verified.ShouldBeFalse();

    [Fact]
    public void What_is_verified_has_an_address_to_read_it_at() =>
        Methods.Editions.All.SelectMany(e => e.Edition.Parts).Where(p => p.Provenance.Verified)
            .ShouldAllBe(p => p.Provenance.Source.Address.StartsWith("https://", StringComparison.Ordinal));

    [Fact]
    public void No_edition_invents_weight_profiles() =>
        Methods.Editions.All.ShouldAllBe(e => e.Edition.Profiles.Count == 0);

    [Theory]
    [InlineData("2.1", "deaths", 9, "A")]
    [InlineData("2.1", "deaths", 10, "B")]
    [InlineData("2.1", "deaths", 10000, "E")]
    [InlineData("3.1", "costs", 5e8, "C")]
    [InlineData("3.1", "costs", 5.1e10, "E")]
    public void Amounts_get_their_Dutch_class(string criterion, string axis, double amount, string expected) =>
        Read("nl-2009", criterion, new() { Amounts = new Dictionary<string, double> { [axis] = amount } }).ShouldBe(expected);

    [Theory]
    [InlineData(5000, 1, "A")]
    [InlineData(50_000, 3, "B")]
    [InlineData(500_000, 10, "D")]
    [InlineData(5_000_000, 30, "E")]
    public void Disruption_of_daily_life_is_persons_by_duration(double persons, double days, string expected) =>
        Read("nl-2009", "5.1", PersonsDays("duration-daily-life", persons, days)).ShouldBe(expected);

    [Theory]
    [InlineData(1, "C")]
    [InlineData(2, "D")]
    [InlineData(3, "E")]
    public void The_indicators_of_daily_life_correct_its_class(int indicators, string expected)
    {
        string[] all = ["education", "work", "facilities"];
        var marks = all.Take(indicators).ToDictionary(i => i, _ => "yes");
        Read("nl-2009", "5.1", PersonsDays("duration-daily-life", 500_000, 10) with { Marks = marks }).ShouldBe(expected);
    }

    [Fact]
    public void Damage_to_nature_takes_the_highest_of_its_two_sub_scores()
    {
        var input = new CriterionInput
        {
            Amounts = new Dictionary<string, double> { ["area"] = 20, ["duration-territory"] = 400 },
            Classes = new Dictionary<string, string> { ["protected-nature"] = "D" },
        };
        Read("nl-2009", "4.1", input).ShouldBe("D");
        Read("nl-2009", "4.1", input with { Classes = new Dictionary<string, string>() }).ShouldBe("C");
    }

    [Fact]
    public void A_reading_is_explained_in_both_languages()
    {
        var reading = Edition("nl-2009").FindCriterion("2.3")!.Read(PersonsDays("duration-needs", 50_000, 8), Edition("nl-2009").Impact);
        reading.Reason.Nl.ShouldBe("1–4 weken × 10.000 – 100.000 personen: C");
        reading.Reason.En.ShouldBe("1–4 weeks × 10,000 – 100,000 persons: C");
    }

    [Theory]
    [InlineData("Ha", "deaths", 10, "1")]
    [InlineData("Ha", "deaths", 11, "2")]
    [InlineData("Sa", "person-days", 2e6, "4")]
    [InlineData("Fa", "amount", 5e7, "1")]
    public void Amounts_get_their_Belgian_class(string criterion, string axis, double amount, string expected) =>
        Read("be-2023", criterion, new() { Amounts = new Dictionary<string, double> { [axis] = amount } }).ShouldBe(expected);

    [Fact]
    public void The_Belgian_likelihood_scale_and_amounts_follow_its_conversions()
    {
        var edition = Edition("be-2023");
        edition.Likelihood.Classes.Take(4).Select((c, i) => c.To.ReturnPeriod(3).Years / BelgianScale.P5(i + 1.5).Years).ShouldAllBe(r => Math.Abs(r - 1) < 1e-12);
        edition.Impact.Classes.ShouldAllBe(c => Math.Abs((edition.Value.Of(c.Level, 5) / BelgianScale.DirectImpact5(c.Level)) - 1) < 1e-12);
        edition.Bands!.Edges.Select((edge, i) => edge / BelgianScale.TotalImpact5(i + 1.5)).ShouldAllBe(r => Math.Abs(r - 1) < 1e-12);
        edition.FindCriterion("Hb")!.UnitValue.ShouldBe(500_000);
    }

    [Fact]
    public void British_malicious_threats_are_counted_over_two_years()
    {
        var scale = Edition("uk-2023").Likelihood;
        (scale.HorizonYears(Nature.Hazard), scale.HorizonYears(Nature.Malicious)).ShouldBe((5, 2));
        scale.ClassOf(new Probability(0.25)).Id.ShouldBe("5");
    }

    [Fact]
    public void Swiss_frequency_classes_are_half_decades()
    {
        var scale = Edition("ch-2020").Likelihood;
        LikelihoodJudgement.Of(new ReturnPeriodPoint(new(200))).On(scale).Class.Id.ShouldBe("H5");
        scale.MaliciousHorizonYears.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_reachable_class_of_every_table_rises_with_its_amounts(string file)
    {
        var edition = Edition(Path.GetFileNameWithoutExtension(file));
        foreach (var cells in edition.Criteria.SelectMany(c => c.Tables).Select(t => (t as MatrixTable)?.Cells ?? (t as IndicatorTable)?.Cells).OfType<Cells>())
        {
            cells.Classes.ShouldAllBe(row => row.Zip(row.Skip(1)).All(pair => pair.First <= pair.Second));
            cells.Classes.Zip(cells.Classes.Skip(1)).ShouldAllBe(rows => rows.First.Zip(rows.Second).All(pair => pair.First <= pair.Second));
        }
    }

    private static MethodEdition Edition(string id) => Methods.Editions.Find(id)!.Edition;

    private static string Read(string edition, string criterion, CriterionInput input) =>
        Edition(edition).FindCriterion(criterion)!.Read(input, Edition(edition).Impact).Class.Id;

    private static CriterionInput PersonsDays(string duration, double persons, double days) =>
        new() { Amounts = new Dictionary<string, double> { ["persons"] = persons, [duration] = days } };
}
