using Weerbaar.Platform.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Weerbaar.Platform.Yaml;

/// <summary>
/// Builds the nodes of one YAML document from the events of the parser, and refuses what data files do not need:
/// anchors and aliases (with which a small file grows without end), tags, several documents, deep nesting and double keys.
/// </summary>
internal sealed class YamlTree(IParser parser, string file, InputErrors errors)
{
    private const int DeepestNesting = 100;
    private int depth;

    /// <summary>Reads the root (null when the file is empty), or says in <paramref name="errors"/> why not.</summary>
    public static bool TryParse(string text, string file, InputErrors errors, out YamlNode? root)
    {
        try
        {
            using var reader = new StringReader(text);
            root = new YamlTree(new Parser(reader), file, errors).Read();
            return true;
        }
        catch (YamlException problem)
        {
            var means = YamlWords.Of(problem.Message);
            var at = YamlWords.IsAboutItsBeginning(means) ? problem.Start : problem.End;
            errors.Add(file, checked((int)at.Line), $"Not usable YAML: {means}");
            root = null;
            return false;
        }
    }

    private YamlNode? Read()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Node();
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<DocumentStart>(out var second)
            ? throw Refuse(second, "a second document begins here ('---'); keep one document a file.")
            : root;
    }

    private YamlNode Node()
    {
        RefuseSharing();
        if (++depth > DeepestNesting)
        {
            throw Refuse(parser.Current!, $"nested more than {DeepestNesting} deep; a data file needs far less.");
        }

        YamlNode node = parser.Current switch
        {
            MappingStart => Map(),
            SequenceStart => List(),
            _ => Scalar(),
        };
        depth--;
        return node;
    }

    private void RefuseSharing()
    {
        if (parser.Current is AnchorAlias alias)
        {
            throw Refuse(alias, $"the alias '*{alias.Value}' is not accepted; write the content out.");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            throw Refuse(anchored, $"the anchor '&{anchored.Anchor}' is not accepted; write the content out.");
        }

        if (parser.Current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged)
        {
            throw Refuse(tagged, $"the tag '{tagged.Tag}' is not accepted; leave it out.");
        }
    }

    private ScalarNode Scalar()
    {
        var scalar = parser.Consume<Scalar>();
        if (PlainText.FirstWrong(scalar.Value) is { } wrong)
        {
            errors.Add(file, LineOf(scalar), $"There is a character here that cannot be in a text ({wrong}); take it out.");
        }

        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
        return new(scalar.Value, scalar.Style == ScalarStyle.Plain && isNull, LineOf(scalar));
    }

    private ListNode List()
    {
        var line = LineOf(parser.Consume<SequenceStart>());
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node());
        }

        return new(items, line);
    }

    private MapNode Map()
    {
        var line = LineOf(parser.Consume<MappingStart>());
        var entries = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Add(entries, Entry());
        }

        return new([.. entries.Values], line);
    }

    private MapEntry Entry()
    {
        if (Node() is not ScalarNode key)
        {
            throw Refuse(parser.Current!, "a key is a word, not a list or a group of keys.");
        }

        return new(key.Value, key.Line, Node());
    }

    private void Add(Dictionary<string, MapEntry> entries, MapEntry entry)
    {
        if (!entries.TryAdd(entry.Key, entry))
        {
            errors.Add(file, entry.Line, $"'{entry.Key}' stands here twice (first on line {entries[entry.Key].Line}); keep one.");
        }
    }

    private static int LineOf(ParsingEvent at) => checked((int)at.Start.Line);

    private static YamlException Refuse(ParsingEvent at, string why) => new(at.Start, at.Start, why);
}
