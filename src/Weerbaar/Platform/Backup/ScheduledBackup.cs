using System.Globalization;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Jobs;

namespace Weerbaar.Platform.Backup;

/// <summary>A backup every night, where <c>Weerbaar:Backup:Into</c> names a folder; sealed as <c>weerbaar backup</c> does it.</summary>
internal static class ScheduledBackup
{
    public const string Section = "Weerbaar:Backup";

    private const string usualTime = "0 0 2 * * ?";
    private const int usualNumber = 14;

    public static void AddScheduledBackup(this IServiceCollection services)
    {
        services.AddSingleton<Examine>(ExamineBackup.Now);
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(Section);
        if (settings["Into"] is { Length: > 0 })
        {
            services.AddSingleton(new ScheduledJob("backup", TimesOf(settings), async (db, given, ct) =>
            {
                var (place, now) = (PlaceOf(settings), given.GetRequiredService<TimeProvider>().GetUtcNow());
                var path = place.PathAt(now);
                await BackupOnDisk.WriteAsync(path, await Task.Run(() => SealOf(settings), ct), db, given.GetRequiredService<ServerSettings>().DataFolder, now, ct);
                place.Rotate();
                return Path.GetFileName(path);
            }));
        }
    }

    /// <exception cref="BadUse">There is no such folder, or no such number to keep.</exception>
    public static BackupPlace PlaceOf(IConfigurationSection settings) => BackupPlace.In(settings["Into"]!, Number(settings["Keep"]));

    /// <exception cref="BadUse">It says no times.</exception>
    public static string TimesOf(IConfigurationSection settings) => ScheduledJob.CheckedTimes(settings["At"] ?? usualTime, "Weerbaar__Backup__At");

    /// <exception cref="BadUse">What it is sealed with is not said, or can't be used.</exception>
    public static Seal? SealOf(IConfigurationSection settings) => SealOptions.Of(
        settings["PassphraseFile"] is { Length: > 0 } passphrase ? new FileInfo(passphrase) : null,
        settings["KeyFile"] is { Length: > 0 } key ? new FileInfo(key) : null,
        settings["Unsealed"] is "true");

    private static int Number(string? keep) => keep is null ? usualNumber
        : int.TryParse(keep, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new BadUse($"Weerbaar__Backup__Keep: '{keep}' is no number of backups.");
}
