using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Health;

/// <summary>Secrets where others on the machine can read them: on the command line, or in files that are open to all.</summary>
public static class ExamineSecrets
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Finding>>(Look(services.GetRequiredService<Database>(), services.GetRequiredService<ServerSettings>().DataFolder, Environment.GetCommandLineArgs()));

    public static IReadOnlyList<Finding> Look(Database database, string folder, IReadOnlyList<string> words)
    {
        var found = new List<Finding>();
        if (words.Any(HoldsPassword))
        {
            found.Add(Finding.Bad("secrets", "the password of the database is on the command line, where everybody on this machine can read it", "Put the connection in the environment as WEERBAAR_DATABASE, or name a file with Passfile=… in it."));
        }

        if (IsOpen(folder) && (!database.IsSqlite || IsOpen(Path.Combine(folder, "weerbaar.sqlite"))))
        {
            found.Add(Finding.Bad("secrets", $"everybody on this machine may read {folder}", $"Run: chmod -R go-rwx {folder}"));
        }

        return found.Count > 0 ? found : [Finding.Good("secrets", "none on the command line, none in files that all may read")];
    }

    private static bool HoldsPassword(string word) =>
        word.StartsWith("postgres:", StringComparison.OrdinalIgnoreCase) && word.Split(';').Any(part => part.Split('=') is [var name, { Length: > 0 }, ..] && name.Split(':')[^1].Trim().ToUpperInvariant() is "PASSWORD" or "PSW" or "PWD");

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && Path.Exists(path)
        && (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != UnixFileMode.None;
}
