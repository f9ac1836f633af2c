using Weerbaar.Platform.Yaml;

namespace Weerbaar.Tests.Platform;

/// <summary>What is said of text that is no YAML.</summary>
public sealed class YamlWordsTests
{
    [Theory]
    [InlineData("a: b\n\tc: d\n", 2, "a tab stands where YAML wants spaces")]
    [InlineData("a: b\n  c: d\n", 2, "a key is not expected here")]
    [InlineData("a: b: c\n", 1, "put text that holds ': ' between quotes")]
    [InlineData("a:\n  - id: x\n b: 2\n", 3, "the indentation does not fit")]
    [InlineData("x: y\na: [b, c\n", 3, "a list that began with '[' misses")]
    [InlineData("x: y\na: {b: c\n", 3, "a group of keys that began with '{' misses")]
    [InlineData("x: y\na: \"b\n", 2, "a text with a quote is opened here and not closed")]
    [InlineData("x: y\na: \"b\nc: d\n", 2, "a text with a quote is opened here and not closed")]
    [InlineData("a: @b\n", 1, "cannot begin with this character")]
    [InlineData("a: \"\\q\"\n", 1, "a backslash")]
    [InlineData("a: *\n", 1, "cannot begin with * or &")]
    [InlineData("%YAML 9\n---\na: 1\n", 1, "cannot begin with %")]
    [InlineData("a: &x 1\nb: *x\n", 1, "the anchor '&x' is not accepted")]
    [InlineData("a: 1\n---\nb: 1\n", 2, "a second document begins here")]
    public void What_is_no_YAML_is_said_in_plain_words_with_its_line(string text, int line, string says)
    {
        var errors = new InputErrors();

        YamlFile.Parse(text, "f.yaml", errors).ShouldBeNull();

        var only = errors.All.ShouldHaveSingleItem();
        only.Message.ShouldContain(says);
        only.Message.ShouldNotContain("While ");
        only.Line.ShouldBe(line);
    }
}
