using System.Text.Json;
using System.Text.RegularExpressions;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Site;

public sealed partial class TextsTests
{
    [Fact]
    public void Every_interface_text_has_words_in_both_languages() =>
        Texts.All.Where(t => t.Value.Nl.Trim().Length == 0 || t.Value.En.Trim().Length == 0).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void Both_languages_of_a_text_fill_in_the_same_values() =>
        Texts.All.Where(t => !Places(t.Value.Nl).SetEquals(Places(t.Value.En))).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void Every_counted_text_has_a_form_for_one_and_for_more()
    {
        var one = Texts.All.Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal)).Select(k => k[..^4]);
        var other = Texts.All.Keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal)).Select(k => k[..^6]);
        one.Except(other).ShouldBeEmpty();
        other.Except(one).Where(k => Texts.All.ContainsKey(k + ".one")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_a_page_or_class_asks_for_exists()
    {
        var missing =
            from file in Sources.Files(".cs", ".cshtml")
            let source = File.ReadAllText(file)
            from key in AskedBy(source)
            where !Texts.All.ContainsKey(key)
            select $"{Path.GetRelativePath(Sources.Product, file)}: {key}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_of_an_edition_is_explained() =>
        Enum.GetNames<Analysis.Scales.AggregationRule>().Where(r => !Texts.All.ContainsKey($"methods.rule.{r}")).ShouldBeEmpty();

    [Fact]
    public void A_key_stands_in_the_file_of_its_own_folder_only_once()
    {
        var keys = Sources.Files(".json").Where(f => f.EndsWith(".texts.json", StringComparison.Ordinal))
            .SelectMany(file => Keys(File.ReadAllText(file)));
        Twice(keys).ShouldBeEmpty();
    }

    [Fact]
    public void The_rule_bites_on_a_key_that_stands_in_one_file_twice() =>
        Twice(Keys("""{ "a.b": { "nl": "een", "en": "one" }, "a.c": { "nl": "", "en": "" }, "a.b": { "nl": "twee", "en": "two" } }""")).ShouldBe(["a.b"]);

    [Fact]
    public void An_unknown_key_fails_with_its_name() =>
        Should.Throw<KeyNotFoundException>(() => new Texts()["no.such.key"]).Message.ShouldContain("no.such.key");

    /// <summary>Every key as it stands in the file: reading it as words keeps only the last of two that are the same.</summary>
    private static IEnumerable<string> Keys(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string> Twice(IEnumerable<string> keys) => keys.GroupBy(k => k).Where(g => g.Count() > 1).Select(g => g.Key);

    private static HashSet<string> Places(string words) => [.. Place().Matches(words).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> AskedBy(string source) => Asked().Matches(source).Select(m => m.Groups[1].Value)
        .Concat(Counted().Matches(source).SelectMany(m => new[] { m.Groups[1].Value + ".one", m.Groups[1].Value + ".other" }))
        .Concat(Displayed().Matches(source).Select(m => m.Groups[1].Value));

    [GeneratedRegex(@"\{(\d+)(?:[:,][^}]*)?\}")]
    private static partial Regex Place();

    // Only keys that are written out: T["a.b"], texts["a.b", …] and new Texts()["a.b"].
    [GeneratedRegex("""(?<![\w.])(?:T|texts|new Texts\(\))\[\s*"([\w.\-]+\w)"\s*[,\]]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""(?<![\w.])(?:T|texts|new Texts\(\))\.Count\(\s*"([\w.\-]+)"\s*,""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\[Display\(Name = "([\w.\-]+)"\)\]""")]
    private static partial Regex Displayed();
}
