using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Tests.Scales;

public class ClassTableTests
{
    private static readonly Axis deaths = new("deaths", Words.Same("Deaths"), Words.Same("deaths"), 0,
        [Step("1", 10, false), Step("2", 100, false), Step("3", 1000, true), Step("4", null, false)]);

    private static readonly Axis days = new("days", Words.Same("Days"), Words.Same("days"), 2,
        [Step("short", 7, false), Step("long", null, false)]);

    private static readonly IndicatorSet signs = new(
        [new("work", Words.Same("work")), new("school", Words.Same("school")), new("shops", Words.Same("shops"))],
        [new("no", Words.Same("no"), false), new("yes", Words.Same("yes"), true)]);

    private static readonly Axis count = new("count", Words.Same("Count"), Words.Same("indicators"), 1,
        [Step("one", 1, true), Step("more", null, false)]);

    [Theory]
    [InlineData(0, "X")]
    [InlineData(9.999, "A")]
    [InlineData(10, "B")]
    [InlineData(99, "B")]
    [InlineData(100, "C")]
    [InlineData(1000, "C")]
    [InlineData(1000.1, "E")]
    public void A_threshold_criterion_puts_an_amount_on_an_edge_in_the_higher_class_unless_the_step_goes_up_to_it(double amount, string expected) =>
        Read(Threshold(), Amounts(("deaths", amount))).Class.Id.ShouldBe(expected);

    [Fact]
    public void A_correction_the_expert_chooses_shifts_the_class_and_shows_in_the_reason()
    {
        var reading = Read(Threshold(), Amounts(("deaths", 50)) with { Corrections = ["later"] });
        reading.Class.Id.ShouldBe("A");
        reading.Reason.En.ShouldBe("step 2: B; later (−1): A");
    }

    [Fact]
    public void A_correction_never_leaves_the_scale()
    {
        Read(Threshold(), Amounts(("deaths", 5)) with { Corrections = ["later"] }).Class.Id.ShouldBe("A");
        Read(Threshold(), Amounts(("deaths", 5000)) with { Corrections = ["worse"] }).Class.Id.ShouldBe("E");
        Read(Threshold(), Amounts(("deaths", 0)) with { Corrections = ["worse"] }).Class.Id.ShouldBe("X");
    }

    [Fact]
    public void A_matrix_says_which_row_and_column_it_hit()
    {
        var reading = Read(Matrix(), Amounts(("deaths", 50), ("days", 8)));
        reading.Class.Id.ShouldBe("C");
        var table = reading.Decisive;
        (table.Row!.Id, table.Column!.Id).ShouldBe(("long", "2"));
    }

    [Fact]
    public void Less_than_the_first_step_of_a_matrix_is_not_applicable() =>
        Read(Matrix(), Amounts(("deaths", 50), ("days", 1))).Class.Id.ShouldBe("X");

    [Fact]
    public void A_step_can_be_chosen_instead_of_an_amount() =>
        Read(Matrix(), Amounts(("deaths", 50)) with { Steps = new Dictionary<string, string> { ["days"] = "short" } }).Class.Id.ShouldBe("B");

    [Theory]
    [InlineData(1, "B")]
    [InlineData(2, "C")]
    [InlineData(3, "D")]
    [InlineData(0, "X")]
    public void The_number_of_indicators_corrects_a_matrix(int marked, string expected) =>
        Read(Matrix(), Amounts(("deaths", 50), ("days", 8)) with { Marks = Marks(marked) }).Class.Id.ShouldBe(expected);

    [Theory]
    [InlineData(0, "X")]
    [InlineData(1, "A")]
    [InlineData(3, "B")]
    public void An_indicator_count_finds_its_column_by_the_marks_that_count(int marked, string expected) =>
        Read(new IndicatorTable(signs, new(days, count, [[C("A"), C("B")], [C("C"), C("D")]])) { Id = "i", Name = Words.Same("i"), Provenance = SmallEdition.Known },
            Amounts(("days", 3)) with { Marks = Marks(marked) }).Class.Id.ShouldBe(expected);

    [Fact]
    public void Of_two_sub_scores_the_highest_counts()
    {
        var nature = new DirectTable { Id = "nature", Name = Words.Same("nature"), Provenance = SmallEdition.Known };
        var criterion = SmallEdition.Direct("4.1") with { Tables = [nature, Threshold()] };
        var input = Amounts(("deaths", 50)) with { Classes = new Dictionary<string, string> { ["nature"] = "D" } };
        var reading = criterion.Read(input, SmallEdition.Scale);
        reading.Class.Id.ShouldBe("D");
        reading.Decisive.Table.Id.ShouldBe("nature");
        reading.Tables.Count.ShouldBe(2);
    }

    [Fact]
    public void A_sub_score_that_is_not_given_does_not_count()
    {
        var nature = new DirectTable { Id = "nature", Name = Words.Same("nature"), Provenance = SmallEdition.Known };
        var criterion = SmallEdition.Direct("4.1") with { Tables = [nature, Threshold()] };
        criterion.Read(Amounts(("deaths", 50)), SmallEdition.Scale).Class.Id.ShouldBe("B");
    }

    [Fact]
    public void What_cannot_be_read_is_said_in_words()
    {
        Refusal(Threshold(), Amounts(("deaths", -1))).ShouldBe("Deaths: give a number of 0 or more.");
        Refusal(Threshold(), Amounts(("deaths", double.NaN))).ShouldBe("Deaths: give a number of 0 or more.");
        Refusal(Matrix(), Amounts(("deaths", 50))).ShouldBe("Also give: days.");
        Refusal(Threshold(), new()).ShouldBe("Nothing is given for 2.1 2.1.");
        Refusal(Threshold(), new() { Steps = new Dictionary<string, string> { ["deaths"] = "9" } }).ShouldBe("Deaths has no step '9'.");
    }

    private static string Refusal(ClassTable table, CriterionInput input) =>
        Should.Throw<MethodInputException>(() => Read(table, input)).Message;

    private static CriterionReading Read(ClassTable table, CriterionInput input) =>
        (SmallEdition.Direct("2.1") with { Tables = [table] }).Read(input, SmallEdition.Scale);

    private static ThresholdTable Threshold() => new(deaths, [C("A"), C("B"), C("C"), C("E")])
    {
        Id = "t",
        Name = Words.Same("t"),
        Provenance = SmallEdition.Known,
        Corrections = [new("later", Words.Same("later"), -1), new("worse", Words.Same("worse"), 2)],
    };

    private static MatrixTable Matrix() => new(new(days, deaths, [[C("A"), C("B"), C("C"), C("D")], [C("B"), C("C"), C("D"), C("E")]]))
    {
        Id = "m",
        Name = Words.Same("m"),
        Provenance = SmallEdition.Known,
        Indicators = signs,
        Corrections = [new("one", Words.Same("one"), -1, 1, 1), new("three", Words.Same("three"), 1, 3)],
    };

    private static ImpactClass C(string id) => SmallEdition.Class(id);

    private static Step Step(string id, double? bound, bool inclusive) => new(id, Words.Same("step " + id), bound, inclusive);

    private static CriterionInput Amounts(params (string Axis, double Amount)[] amounts) =>
        new() { Amounts = amounts.ToDictionary(a => a.Axis, a => a.Amount) };

    private static Dictionary<string, string> Marks(int yes) =>
        signs.Indicators.Select((indicator, i) => (indicator.Id, Mark: i < yes ? "yes" : "no")).ToDictionary(m => m.Id, m => m.Mark);
}
