namespace Weerbaar.Platform.CommandLine;

/// <summary>The data folder: made when it is not there, and gone again when what it was made for came to nothing.</summary>
internal static class DataFolder
{
    public static async Task<T> PreparedAsync<T>(string folder, Func<Task<T>> work)
    {
        var missing = Missing(folder).ToList();
        Prepare(folder);
        try
        {
            return await work();
        }
        catch
        {
            missing.ForEach(TakeAwayEmpty);
            throw;
        }
    }

    private static void Prepare(string folder)
    {
        try
        {
            PrivateFile.CreateFolder(folder);
            var trial = Path.Combine(folder, ".writable");
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadUse($"The data folder {folder} can't be written: {refused.Message} Choose another with --data.", refused);
        }
    }

    /// <summary>The folder and those above it that are not there, the deepest first.</summary>
    private static IEnumerable<string> Missing(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null && !Path.Exists(at); at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static void TakeAwayEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Something is in it, or it was never made; why the work was refused says more.
        }
    }
}
