namespace Weerbaar.Platform.Yaml;

/// <summary>Input files, read whole and never further than they may be large; also from a pipe, as in <c>&lt;(command)</c>.</summary>
internal static class FileBytes
{
    private const int piece = 1 << 16;
    private static readonly TimeSpan moment = TimeSpan.FromSeconds(1);

    /// <exception cref="BadInputException">The file is too large, or can't be read.</exception>
    public static byte[] Read(string path, int largest)
    {
        var errors = new InputErrors();
        var bytes = Read(path, largest, errors);
        errors.ThrowIfAny();
        return bytes!;
    }

    /// <summary>The same as UTF-8 text.</summary>
    /// <exception cref="BadInputException">The file is too large, is no UTF-8, or can't be read.</exception>
    public static string ReadText(string path, int largest) => Utf8Text.Decode(Read(path, largest), path);

    /// <summary>The bytes, or null with the reason in <paramref name="errors"/>.</summary>
    public static byte[]? Read(string path, int largest, InputErrors errors)
    {
        try
        {
            // A pipe that nobody writes to blocks even the opening of it: say for what the program waits.
            using var waiting = new Timer(_ => Console.Error.WriteLine($"Waiting for {path} …"), null, moment, Timeout.InfiniteTimeSpan);
            using var stream = File.OpenRead(path);
            if (UpTo(largest, stream) is { } bytes)
            {
                return bytes;
            }

            errors.Add(path, 0, $"The file is larger than {largest / 1024 / 1024.0:0.##} MB. Split it into smaller files.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(path, 0, "There is no such file. Check the name and the folder.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.Add(path, 0, "The file cannot be read. Check that it is a file and that you may read it.");
        }

        return null;
    }

    private static byte[]? UpTo(int largest, FileStream stream)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[piece];
        while (stream.Read(buffer) is > 0 and var length)
        {
            whole.Write(buffer, 0, length);
            if (whole.Length > largest)
            {
                return null;
            }
        }

        return whole.ToArray();
    }
}
