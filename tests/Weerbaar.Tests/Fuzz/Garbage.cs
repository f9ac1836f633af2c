using System.Text;
using System.Text.Json;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Words, numbers and bytes that programs stumble over.</summary>
/// <param name="random">The same seed makes the same values.</param>
/// <param name="ids">Ids of objects that are there.</param>
internal sealed class Garbage(Random random, IReadOnlyList<string> ids)
{
    /// <summary>Odd, and all the same what somebody may write.</summary>
    private static readonly string[] plain =
    [
        "A", "0", "-1", "null", "undefined", "NaN", "Infinity", "%", "_", "%%%", "\\", "'", "\"", "'; --", "<b>&amp;", "{0}", "{{", "../../x", "*", "a,b", ";",
        "Reader, Analyst", "é\u0301", "🜂", "漢字", "İı", "ß", "C", "A-low", "2.1", "0.1-0.2", "C:0.5", "equal-per-criterion", "nl-2009", "Public", "x x", "=1+1", "[[DEPV]]", "[[",
    ];

    private static readonly string[] odd = ["", " ", "\u202Eabc", "a\tb", "a\nb", "\0", "\u001b[2J", "\u0007", "\r", "\u0085", "\ud800", "\udfff", "\uffff"];

    private static readonly string[] numbers =
        ["0", "-0", "1", "-1", "2", "1000", "2147483647", "-2147483648", "2147483648", "9223372036854775807", "18446744073709551616", "1e400", "-1e400", "1e-400", "0.1", "1E2", "123456789012345678901234567890"];

    private static readonly string[] days = ["2026-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-30", "2026-1-1", "+002026-01-01", "2026-01-01T00:00:00Z"];

    public bool Chance(int outOf) => random.Next(outOf) == 0;

    /// <summary>A number from zero up to but not with this one.</summary>
    public int Below(int end) => random.Next(end);

    public T Choose<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Plain() => Choose(plain);

    public string Word() => random.Next(12) switch
    {
        0 => "A" + Choose(odd) + "B",
        1 => new string('a', random.Next(1, 30_000)),
        2 => Choose(numbers),
        3 => Choose(days),
        4 or 5 => Choose(odd),
        < 9 => Choose(ids),
        _ => Choose(plain),
    };

    public string Number() => Choose(numbers);

    /// <summary>A piece of JSON that hardly ever is what was asked for, and at times is none.</summary>
    public string Wrong() => random.Next(16) switch
    {
        0 => "null",
        1 => "[null]",
        2 => "[]",
        3 => "{}",
        4 => new string('[', 200),
        5 => new string('[', 40) + new string(']', 40),
        6 => "{\"nl\":null,\"en\":null}",
        7 => "true",
        8 => "nonsense",
        < 11 => Number(),
        _ => Quoted(Word()),
    };

    /// <summary>A body cut off, with a byte changed, twice, or in another encoding.</summary>
    public byte[] Broken(byte[] bytes)
    {
        switch (random.Next(6))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: bytes[random.Next(bytes.Length)] = (byte)random.Next(256); return bytes;
            case 2: return [.. bytes, .. bytes];
            case 3: return [0xEF, 0xBB, 0xBF, .. bytes];
            case 4: return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            default: return Encoding.UTF8.GetBytes(Wrong());
        }
    }

    /// <summary>Halves of surrogate pairs are written as escapes, as a careless client would.</summary>
    public static string Quoted(string word) => word.Any(char.IsSurrogate) && !word.EnumerateRunes().All(r => r.Value != 0xFFFD)
        ? "\"" + string.Concat(word.Select(c => $"\\u{(int)c:x4}")) + "\""
        : JsonSerializer.Serialize(word);
}
