namespace Weerbaar.Platform.Access;

/// <summary>A secret in a file of its own, which only its owner and group may read: whatever is secret and comes from a file passes here.</summary>
internal static class SecretFile
{
    private const long usualLargest = 4096;

    /// <summary>The secret without the line end behind it; null with what is wrong.</summary>
    public static string? Read(string path, out string? trouble)
    {
        trouble = TroubleWith(path);
        try
        {
            var text = trouble is null ? File.ReadAllText(path).TrimEnd('\r', '\n') : null;
            trouble ??= text!.Length == 0 ? $"The file {path} is empty. Put the secret in it." : null;
            return text;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            trouble = $"The file {path} can't be read: {refused.Message}";
            return null;
        }
    }

    /// <summary>What is wrong with the file that should hold a secret; null when nothing is.</summary>
    public static string? TroubleWith(string path, long largest = usualLargest)
    {
        if (!File.Exists(path))
        {
            return $"There is no file {path}. Put the secret in it, readable by the program's user only.";
        }

        return IsOpenToOthers(path) ? $"Everybody on this machine may use the file {path}. Run: chmod 600 {path}"
            : new FileInfo(path).Length > largest ? $"The file {path} is larger than {largest} bytes. Put the secret in it and nothing else."
            : null;
    }

    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows()
        && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None;
}
