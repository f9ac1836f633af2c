namespace Weerbaar.Tests.Elicit;

public sealed class ElicitBadInputTests : IDisposable
{
    private const string Headings = "question,is_seed,realisation,expert,q05,q50,q95\n";

    private readonly ElicitCall call = new();

    public void Dispose() => call.Dispose();

    [Theory]
    [InlineData("rain,1,2,Ann,1,3,2", "panel.csv:2: the answer of 'Ann' to 'rain' has quantiles that cross: 50 % is 3 and 95 % is 2.")]
    [InlineData("rain,1,2,Ann,1,1,2", "quantiles that are equal: 5 % is 1 and 50 % is 1.")]
    [InlineData("rain,1,2,Ann,1,NaN,3", "panel.csv:2: 'NaN' in column q50 is not a finite number.")]
    [InlineData("rain,1,2,Ann,1,2,Infinity", "'Infinity' in column q95 is not a finite number.")]
    [InlineData("rain,1,1e999,Ann,1,2,3", "'1e999' in column realisation is not a finite number.")]
    [InlineData("rain,1,2,Ann,1,two,3", "'two' in column q50 is not a finite number.")]
    [InlineData("rain,1,2,Ann,1,,3", "lacks some of its quantiles.")]
    [InlineData("rain,1,,Ann,1,2,3", "'rain' is a seed question without a realisation.")]
    [InlineData("rain,maybe,2,Ann,1,2,3", "is_seed is 'maybe'. Write 1 for a seed question or 0 for a target question.")]
    [InlineData("rain,1,2,,1,2,3", "the expert is empty.")]
    [InlineData("rain,1,2,Ann,1,2", "there are 6 fields where the first line names 7 columns. Check for a missing or extra separator ',', and write numbers with a point.")]
    [InlineData("rain,1,2,5,Ann,1,2,3", "panel.csv:2: there are 8 fields where the first line names 7 columns.")]
    [InlineData("rain,1,2,Ann,1,2,3\nrain,1,2,Ann,1,2,3", "panel.csv:3: 'Ann' already answered 'rain' on line 2.")]
    [InlineData("rain,1,2,Ann,1,2,3\nrain,1,4,Bob,1,2,3", "panel.csv:3: question 'rain' has another realisation, scale or is_seed than on line 2.")]
    [InlineData("\"rain,1,2,Ann,1,2,3", "the quotes of this line do not match.")]
    [InlineData("", "The file holds no answers.")]
    public void A_row_that_cannot_be_used_is_named_with_its_line_and_what_to_do(string rows, string sentence)
    {
        call.On(Headings + rows + "\n").ShouldBe(1);

        call.Error.ShouldContain(sentence);
        call.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("question,is_seed,realisation,expert,q05,q50,q95,colour\n", "unknown column 'colour'")]
    [InlineData("question,is_seed,expert,q05,q50,q95\n", "the column 'realisation' is missing")]
    [InlineData("question,is_seed,realisation,expert\n", "there is no quantile column")]
    [InlineData("question,is_seed,realisation,expert,q05,q05\n", "the column 'q05' occurs twice")]
    [InlineData("question,is_seed,realisation,expert,q05,q050\n", "two columns hold the 5 % quantile")]
    [InlineData("", "The file is empty.")]
    public void Headings_that_cannot_be_used_are_named(string text, string sentence)
    {
        call.On(text).ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public void All_faults_are_named_at_once_up_to_fifty()
    {
        call.On(Headings + string.Concat(Enumerable.Range(0, 60).Select(i => $"q{i},1,2,Ann,3,2,1\n"))).ShouldBe(1);

        call.Error.Trim().Split('\n').Length.ShouldBe(51);
        call.Error.ShouldContain("and 10 more");
    }

    [Fact]
    public void Without_seed_questions_equal_weights_work_and_the_others_say_so()
    {
        const string csv = Headings + "rain,0,,Ann,1,2,3\nrain,0,,Bob,2,3,4\n";

        call.On(csv).ShouldBe(1);
        call.Error.ShouldContain("--weights equal");
        call.On(csv, "--weights", "equal", "--json").ShouldBe(0);
        call.Json.GetProperty("decisionMaker").GetProperty("calibration").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("--weights fair", "--weights fair is not known.")]
    [InlineData("--weights user:1,2", "needs 3 weights in the order of the experts (Ann, Bob, Cas)")]
    [InlineData("--weights user:Dirk=2", "'Dirk', who is not in the file")]
    [InlineData("--weights user:Ann=1,Cas=2", "--weights leaves out 'Bob'; write 0 for no weight.")]
    [InlineData("--weights user:Ann=1,Bob=1,Ann=2,Cas=1", "--weights names 'Ann' more than once.")]
    [InlineData("--weights user:0,0,0", "at least one of them above 0")]
    [InlineData("--weights user:1,-1,NaN", "numbers of 0 or more")]
    [InlineData("--cutoff 2", "Use optimised, or a number from 0 to 1.")]
    [InlineData("--weights equal --cutoff 0.1", "--cutoff needs --weights global or item")]
    [InlineData("--overshoot 0", "--overshoot must be a number above 0")]
    [InlineData("--overshoot 0,1", "'0,1' is no number. Write it with a point")]
    [InlineData("--robustness --leave-out 0", "--leave-out must be 1 or more.")]
    public void Options_that_make_no_sense_end_with_one(string options, string sentence)
    {
        call.On(ElicitCall.Panel, options.Split(' ')).ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public void A_cut_off_nobody_reaches_names_the_highest_calibration()
    {
        call.On(ElicitCall.Panel, "--cutoff", "1").ShouldBe(1);

        call.Error.ShouldContain("the highest calibration is");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        call.Run("nowhere.csv").ShouldBe(1);

        call.Error.ShouldContain("nowhere.csv: There is no such file.");
    }

    [Fact]
    public void Half_an_excalibur_pair_asks_for_the_other_half()
    {
        call.Run(call.File("* QU= 5 50 95\n", "alone.dtt")).ShouldBe(1);

        call.Error.ShouldContain("alone.rls is not beside alone.dtt");
    }

    [Fact]
    public void A_realisation_whose_question_is_not_in_the_dtt_is_named()
    {
        call.File("    1         winds  5.1E+0000 uni\n", "panel.rls");
        call.Run(call.File("* QU= 5 50 95\n    1      Ann    1   wind UNI 4 5 6\n", "panel.dtt")).ShouldBe(1);

        call.Error.ShouldContain("panel.rls: Question 1 'winds' has a realisation but is not in the .dtt.");
    }

    [Theory]
    [InlineData("1 Ann 1 rain UNI 4 5 6\n2 Bob 1 rain LOG 4 5 6", "1 rain 5 UNI", "panel.dtt:3: question 1 is 'rain' with scale log, and 'rain' with scale uni on line 2.")]
    [InlineData("1 Ann 1 rain UNI 4 5 6\n2 Bob 1 wind UNI 4 5 6", "1 rain 5 UNI", "panel.dtt:3: question 1 is 'wind' with scale uni, and 'rain'")]
    [InlineData("1 Ann 1 rain UNI 4 5 6\n1 Bob 2 wind UNI 4 5 6", "1 rain 5 UNI", "panel.dtt:3: expert 1 is 'Bob', and 'Ann' on line 2.")]
    [InlineData("1 Ann 1 rain UNI 4 5 6\n1 Ann 1 rain UNI 4 5 6", "1 rain 5 UNI", "panel.dtt:3: 'Ann' already answered 'rain' on line 2.")]
    [InlineData("1 Ann 1 rain UNI 4 6 5", "1 rain 5 UNI", "panel.dtt:2: the answer of 'Ann' to 'rain' has quantiles that cross")]
    [InlineData("1 Ann 1 rain UNI 4 5 6", "1 rain 5 UNI\n1 rain 6 UNI", "panel.rls:2: question 1 'rain' stands there twice.")]
    [InlineData("1 Ann 1 rain UNI 4 5 6", "1 rain 1E999 UNI", "panel.rls:1: the realisation of 'rain' is not a finite number.")]
    [InlineData("1 Ann 1 rain UNI 4,5 5 6", "1 rain 5 UNI", "panel.dtt:2: it is not an expert, a question, a scale (uni or log) and 3 finite quantiles. Numbers have a point, such as 4.5.")]
    public void An_excalibur_pair_that_contradicts_itself_is_named_with_its_line(string answers, string realisations, string sentence)
    {
        call.File(realisations + "\n", "panel.rls");
        call.Run(call.File($"* QU= 5 50 95\n{answers}\n", "panel.dtt")).ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public void Another_scale_in_the_rls_than_in_the_dtt_is_remarked()
    {
        call.File("1 rain 5 LOG\n", "panel.rls");
        call.Run(call.File("* QU= 5 50 95\n1 Ann 1 rain UNI 4 5 6\n2 Bob 1 rain UNI 3 5 7\n", "panel.dtt")).ShouldBe(0, call.Error);

        call.Output.ShouldContain("Note: 'rain' has scale uni in the .dtt and log in the .rls; that of the .dtt was used.");
    }

    [Theory]
    [InlineData("rain,1,2,Ann,-1e200,0,1e200", "the answer of 'Ann' to 'rain' holds a number that is too large.")]
    [InlineData("rain,1,1e200,Ann,1,2,3", "the realisation of 'rain' is too large.")]
    public void Numbers_too_large_to_reckon_with_are_refused(string row, string sentence)
    {
        call.On(Headings + row + "\n").ShouldBe(1);

        call.Error.ShouldContain(sentence);
    }

    [Fact]
    public void A_panel_with_more_places_for_answers_than_fit_is_refused_with_the_limit()
    {
        call.On(Headings + string.Concat(Enumerable.Range(0, 5000).Select(i => $"q{i},0,,e{i},1,2,3\n")), "--weights", "equal").ShouldBe(1);

        call.Error.ShouldContain("There are 5000 questions, 5000 experts and 3 quantiles; at most 20000000 numbers fit");
    }

    [Fact]
    public void A_broken_row_of_an_excalibur_file_is_named_with_its_line()
    {
        call.File("    1   rain  8.2E+0002 UNI\n", "panel.rls");
        call.Run(call.File("* QU= 5 50 95\n    1      Ann    1   rain UNI  1.0  2.0\n", "panel.dtt")).ShouldBe(1);

        call.Error.ShouldContain("panel.dtt:2: ");
    }

    [Fact]
    public void Something_that_is_no_panel_at_all_is_refused_without_a_crash()
    {
        var noise = new string([.. Enumerable.Range(0, 5000).Select(i => (char)(i * 7919 % 256))]);

        call.On(noise).ShouldBe(1);
        call.File(noise, "noise.rls");
        call.Run(call.File(noise, "noise.dtt")).ShouldBe(1);
    }
}
