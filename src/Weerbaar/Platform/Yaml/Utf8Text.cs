using System.Buffers;
using System.Text;

namespace Weerbaar.Platform.Yaml;

internal static class Utf8Text
{
    private static readonly byte[] mark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="BadInputException">The bytes are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        var errors = new InputErrors();
        var text = Decode(bytes, file, errors);
        errors.ThrowIfAny();
        return text!;
    }

    /// <summary>The text of UTF-8 bytes, or null with the line of the first byte that is not UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, InputErrors errors)
    {
        var content = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        if (content.StartsWith((byte[])[0xFF, 0xFE]) || content.StartsWith((byte[])[0xFE, 0xFF]) || content.Contains((byte)0))
        {
            errors.Add(file, 0, "The file is not UTF-8 but looks like UTF-16 or binary. Save it as UTF-8.");
            return null;
        }

        var wrong = FirstWrongByte(content);
        if (wrong < 0)
        {
            return Encoding.UTF8.GetString(content);
        }

        var line = 1 + content[..wrong].Count((byte)'\n');
        errors.Add(file, line, $"The file is not UTF-8: byte 0x{content[wrong]:X2} on this line. Save it as UTF-8.");
        return null;
    }

    private static int FirstWrongByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
