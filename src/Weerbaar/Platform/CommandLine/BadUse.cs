using System.Diagnostics.CodeAnalysis;

namespace Weerbaar.Platform.CommandLine;

/// <summary>What was asked can't be done as asked: the message says what is wrong and what to do. Ends a verb with code 1.</summary>
public class BadUse(string message, Exception? inner = null) : Exception(message, inner)
{
    public static void Unless([DoesNotReturnIf(false)] bool holds, string message)
    {
        if (!holds)
        {
            throw new BadUse(message);
        }
    }
}
