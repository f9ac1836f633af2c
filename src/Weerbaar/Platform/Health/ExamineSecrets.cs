using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Health;

/// <summary>Whether others on the machine can read the data. That secrets are closed to them is looked at wherever one is read.</summary>
public static class ExamineSecrets
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Finding>>([Look(services.GetRequiredService<Database>(), services.GetRequiredService<ServerSettings>().DataFolder)]);

    public static Finding Look(Database database, string folder) =>
        IsOpen(folder) && (!database.IsSqlite || IsOpen(DatabaseTrouble.PlaceOf(database)))
            ? Finding.Bad("secrets", $"everybody on this machine may read {folder}", $"Run: chmod -R go-rwx {folder}")
            : Finding.Good("secrets", "none in files that all may read");

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && Path.Exists(path)
        && (File.GetUnixFileMode(path) & UnixFileMode.OtherRead) != UnixFileMode.None;
}
