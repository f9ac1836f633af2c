namespace Weerbaar.Platform.CommandLine;

/// <summary>A new file that a verb makes, for its owner only: written beside and then put in place, whole. What is there already, such as the input, is never replaced.</summary>
internal sealed class OutputFile
{
    private readonly string path;

    /// <summary>Refuses at once what can't be a new file, before any work is done for it.</summary>
    /// <exception cref="BadUse">There is no such folder, or something has that name already.</exception>
    public OutputFile(string file)
    {
        Named = file;
        path = file.Length > 0 ? Path.GetFullPath(file) : throw new BadUse("Can't write a file without a name.");
        Require(!Path.Exists(path), "it is there already. Name another file.");
        Require(Directory.Exists(Path.GetDirectoryName(path)), "its folder is not there.");
    }

    /// <summary>The name as it was given.</summary>
    public string Named { get; }

    public string Extension => Path.GetExtension(path);

    /// <exception cref="BadUse">The file can't be written.</exception>
    public async Task PutAsync(byte[] content, CancellationToken ct)
    {
        var beside = $"{path}.partial-{Environment.ProcessId}";
        try
        {
            await PrivateFile.WriteAsync(beside, content, ct);
            File.Move(beside, path, overwrite: false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            File.Delete(beside);
            throw refused is OperationCanceledException ? refused : new BadUse($"Can't write {Named}: {refused.Message}", refused);
        }
    }

    private void Require(bool holds, string why) => BadUse.Unless(holds, $"Can't write {Named}: {why}");
}
