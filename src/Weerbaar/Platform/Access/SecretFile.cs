using System.Text;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Access;

/// <summary>A secret in a file of its own, which only its owner and group may read: whatever is secret and comes from a file passes here.</summary>
internal static class SecretFile
{
    private const long usualLargest = 4096;

    /// <summary>The secret without the line end behind it.</summary>
    /// <exception cref="BadUse">What is wrong with the file.</exception>
    public static string ReadText(string path, long largest = usualLargest) =>
        Encoding.UTF8.GetString(Read(path, largest)).TrimStart('\uFEFF').TrimEnd('\r', '\n') is { Length: > 0 } text ? text : throw new BadUse($"The file {path} is empty. Put the secret in it.");

    /// <summary>The bytes of the file.</summary>
    /// <exception cref="BadUse">What is wrong with it.</exception>
    public static byte[] Read(string path, long largest = usualLargest)
    {
        try
        {
            BadUse.Unless(File.Exists(path), $"There is no file {path}. Put the secret in it, readable by the program's user only.");
            BadUse.Unless(!IsOpenToOthers(path), $"Everybody on this machine may use the file {path}. Run: chmod 600 {path}");
            BadUse.Unless(new FileInfo(path).Length <= largest, $"The file {path} is larger than {largest} bytes. Put the secret in it and nothing else.");
            return File.ReadAllBytes(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadUse($"The file {path} can't be read: {refused.Message}", refused);
        }
    }

    private static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None;
}
