namespace Weerbaar.Platform.CommandLine;

/// <summary>A file that a verb makes, for its owner only: written beside and then put in place, so that what stood there stays whole until the new one is.</summary>
internal sealed class OutputFile
{
    private readonly string named;
    private readonly string path;

    /// <summary>Refuses at once what can't be a file, before any work is done for it.</summary>
    /// <exception cref="BadUse">There is no such folder, or the name is of something else than a file.</exception>
    public OutputFile(string file)
    {
        named = file;
        path = file.Length > 0 ? Path.GetFullPath(file) : throw new BadUse("Can't write a file without a name.");
        path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        Require(!Directory.Exists(path), "that is a folder.");
        Require(Directory.Exists(Path.GetDirectoryName(path)), "its folder is not there.");
        Require(!path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal), "that is a device. Name a file.");
    }

    public string Extension => Path.GetExtension(path);

    /// <exception cref="BadUse">The file can't be written.</exception>
    public async Task PutAsync(byte[] content, CancellationToken ct)
    {
        var beside = $"{path}.partial-{Environment.ProcessId}";
        try
        {
            await PrivateFile.WriteAsync(beside, content, ct);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            File.Delete(beside);
            throw refused is OperationCanceledException ? refused : new BadUse($"Can't write {named}: {refused.Message}", refused);
        }
    }

    private void Require(bool holds, string why) => BadUse.Unless(holds, $"Can't write {named}: {why}");
}
