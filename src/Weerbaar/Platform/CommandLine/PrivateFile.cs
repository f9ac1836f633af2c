namespace Weerbaar.Platform.CommandLine;

/// <summary>Files and folders that only their owner may read: what leaves the program may be marked, and the machine may have other users.</summary>
internal static class PrivateFile
{
    /// <summary>A new file, to write and to read back.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await using var file = Create(path);
        await file.WriteAsync(content, ct);
        file.Flush(flushToDisk: true);
    }

    public static string CreateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
