namespace Weerbaar.Platform.Yaml;

internal static class FileBytes
{
    /// <summary>The bytes of a file that is not too large, or null with the reason in <paramref name="errors"/>. Never reads more than the limit.</summary>
    public static byte[]? Read(string path, int largest, InputErrors errors)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[largest + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= largest)
            {
                return bytes[..length];
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
}
