using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Platform;

public sealed class InputRulesTests
{
    [Theory]
    [InlineData("a\0", "U+0000")]
    [InlineData("\u001b[2J", "U+001B")]
    [InlineData("a\rb", "U+000D")]
    [InlineData("a\r", "U+000D")]
    [InlineData("\u0085", "U+0085")]
    [InlineData("\uffff", "U+FFFF")]
    [InlineData("a\u200bb", "U+200B")]
    [InlineData("\u202efdp.exe", "U+202E")]
    [InlineData("\u2066a\u2069", "U+2066")]
    [InlineData("a\ufeff", "U+FEFF")]
    public void Text_that_is_not_plain_names_its_first_wrong_character(string text, string wrong)
    {
        PlainText.FirstWrong(text).ShouldBe(wrong);
        PlainText.Shown(text).Where(c => char.IsControl(c) || char.IsSurrogate(c)).ShouldBeEmpty();
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_not_plain()
    {
        PlainText.FirstWrong("a\ud83d").ShouldBe("U+D83D");
        PlainText.FirstWrong("\ude00\ud83d").ShouldBe("U+DE00");
        PlainText.Shown("a\ud83d").Where(char.IsSurrogate).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("een\ttwee\r\ndrie\nvier")]
    [InlineData("😀 é e\u0301 漢字 \u200d")]
    public void Plain_text_is_shown_as_it_is(string text)
    {
        PlainText.FirstWrong(text).ShouldBeNull();
        PlainText.Shown(text).ShouldBe(text);
    }

    [Theory]
    [InlineData("\"Threat, Resilience\"")]
    [InlineData("\"0\"")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public void A_stored_enumeration_is_read_from_one_word_only(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Side>(json, DatabaseModel.Json)).Message.ShouldContain("Threat, Resilience, Approach");

    [Fact]
    public void An_enumeration_without_a_word_is_never_stored()
    {
        JsonSerializer.Serialize(Side.Approach, DatabaseModel.Json).ShouldBe("\"Approach\"");
        Should.Throw<JsonException>(() => JsonSerializer.Serialize((Side)9, DatabaseModel.Json));
    }

    [Theory, OnEveryDatabase]
    public async Task The_save_path_refuses_an_enumeration_without_a_word_and_names_the_field(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        MarkedObject[] wrong =
        [
            new Threat("a", (ThreatKind)9, new Text("A", "A"), Text.Empty, []),
            new Threat("b", ThreatKind.Theme, new Text("A", "A"), Text.Empty, []),
        ];
        wrong[1].Mark((Marking)(-1));

        (await RefusedAsync(wrong[0])).ShouldBe("threatKind");
        (await RefusedAsync(wrong[1])).ShouldBe("marking");
        (await RefusedAsync(TestSite.OfPerson("c", (Role)99))).ShouldBe("role");

        Task<string> RefusedAsync(Stored stored) => site.AsConsoleAsync(async (db, _) =>
        {
            db.Add((object)stored);
            return (await Should.ThrowAsync<InvalidInput>(() => db.SaveAsync(new Change("test"), CancellationToken.None))).Errors.Single().Field;
        });
    }
}
