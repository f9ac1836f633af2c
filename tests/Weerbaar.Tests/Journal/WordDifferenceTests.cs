using FsCheck;
using FsCheck.Fluent;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Tests.Journal;

public sealed class WordDifferenceTests
{
    private static readonly Arbitrary<string> prose =
        Gen.Elements("de", "dijk", " ", "breekt", "\n", "  ", "water.", "é", "").ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void What_is_not_new_is_the_old_text_and_what_is_not_gone_the_new_one() =>
        Prop.ForAll(prose, prose, (before, after) =>
        {
            var runs = WordDifference.Between(before, after);
            return Words(runs, Standing.New) == before && Words(runs, Standing.Gone) == after;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Equal_texts_have_nothing_gone_and_nothing_new() =>
        Prop.ForAll(prose, text => WordDifference.Between(text, text).All(p => p.Standing == Standing.Same))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void One_word_replaced_is_one_word_gone_and_one_new() =>
        WordDifference.Between("een grote storm komt", "een zware storm komt").ShouldBe(
        [
            new Run(Standing.Same, "een "),
            new Run(Standing.Gone, "grote "),
            new Run(Standing.New, "zware "),
            new Run(Standing.Same, "storm komt"),
        ]);

    [Fact]
    public void Words_that_were_marked_since_stayed_and_say_so()
    {
        var later = new PassageMark(Marking.Internal, "5.1.2.b", null, Later: true);

        WordDifference.Between("een grote storm komt", "een [[INT 5.1.2.b #1: grote storm]] komt").ShouldBe(
        [
            new Run(Standing.Same, "een "),
            new Run(Standing.Same, "grote storm ") { Mark = later with { Later = false } },
            new Run(Standing.Same, "komt"),
        ]);
        WordDifference.Between("[[INT 5.1.2.b: een storm]]", "[[INT 5.1.2.b: een dijk]]").ShouldBe(
        [
            new Run(Standing.Same, "een ") { Mark = later },
            new Run(Standing.Gone, "storm") { Mark = later },
            new Run(Standing.New, "dijk") { Mark = later },
        ]);
    }

    [Fact]
    public void Very_long_texts_with_nothing_in_common_are_shown_whole()
    {
        var (before, after) = (string.Concat(Enumerable.Repeat("a ", 10_000)), string.Concat(Enumerable.Repeat("b ", 10_000)));

        WordDifference.Between(before, after).ShouldBe([new Run(Standing.Gone, before), new Run(Standing.New, after)]);
    }

    private static string Words(IEnumerable<Run> runs, Standing without) =>
        string.Concat(runs.Where(r => r.Standing != without).Select(r => r.Words));
}
