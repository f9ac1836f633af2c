using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Weerbaar.Platform.CommandLine;

/// <summary>A call that does not fit the verbs and their options: one line that says what is wrong and the nearest that would fit.</summary>
internal static partial class Misuse
{
    /// <returns>The exit code, or null when the call can be run.</returns>
    public static int? In(ParseResult parsed, InvocationConfiguration console)
    {
        if (UnknownOption(parsed) is { } option)
        {
            return Say(parsed, console, $"There is no option {option}.{Nearest(option, parsed.CommandResult.Command.Options.Select(o => o.Name))}");
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            return Say(parsed, console, command.Subcommands.Count > 0
                ? $"There is no verb '{word}'.{Nearest(word, command.Subcommands.Select(c => c.Name))}"
                : $"'{word}' is one word too many.");
        }

        return command.Subcommands.Count > 0
            ? Help(parsed)
            : Say(parsed, console, string.Join(' ', parsed.Errors.Select(e => TypeName().Replace(e.Message, ""))));
    }

    /// <summary>A word that looks like an option but stands where an argument is taken, such as a file.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal))?.Value.Split('=')[0];

    private static int Help(ParseResult parsed)
    {
        new HelpAction().Invoke(parsed);
        return Verbs.BadInput;
    }

    private static int Say(ParseResult parsed, InvocationConfiguration console, string what)
    {
        var path = parsed.CommandResult.Parent is CommandResult { Command: RootCommand } or null
            ? parsed.CommandResult.Command.Name
            : $"{((CommandResult)parsed.CommandResult.Parent).Command.Name} {parsed.CommandResult.Command.Name}";
        console.Error.WriteLine(parsed.CommandResult.Command is RootCommand ? $"{what} See weerbaar --help." : $"{what} See weerbaar {path} --help.");
        return Verbs.BadInput;
    }

    private static string Nearest(string word, IEnumerable<string> known)
    {
        var nearest = known.MinBy(k => Distance(word, k));
        return nearest is not null && Distance(word, nearest) <= Math.Max(2, word.Length / 3) ? $" Did you mean {nearest}?" : "";
    }

    /// <summary>How many letters to put in, take out or change to make one word of the other.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[other.Length];
    }

    /// <summary>The name of a type says nothing to who typed the value.</summary>
    [GeneratedRegex(" as expected type '[^']*'")]
    private static partial Regex TypeName();
}
