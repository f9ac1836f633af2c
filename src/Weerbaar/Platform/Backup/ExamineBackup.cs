using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;

namespace Weerbaar.Platform.Backup;

/// <summary>Whether the backup of every night can be made as it is set up.</summary>
public static class ExamineBackup
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) =>
        Task.Run<IReadOnlyList<Finding>>(() => [Look(services.GetRequiredService<IConfiguration>().GetSection(ScheduledBackup.Section))], ct);

    public static Finding Look(IConfigurationSection settings)
    {
        if (settings["Into"] is not { Length: > 0 } folder)
        {
            return Finding.Note("backup", "none is made by itself", "Set Weerbaar__Backup__Into, or run weerbaar backup from a timer.");
        }

        try
        {
            var (place, seal) = (ScheduledBackup.PlaceOf(settings), ScheduledBackup.SealOf(settings));
            ScheduledBackup.TimesOf(settings);
            ExamineMachine.TryWriting(place.Folder);
            return seal is null
                ? Finding.Note("backup", $"into {folder}, not sealed", "Who has such a file can read all of it: give it a passphrase or a key.")
                : Finding.Good("backup", $"into {folder}, sealed, {place.Keep} are kept");
        }
        catch (Exception wrong) when (wrong is BadUse or IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("backup", wrong.Message, "Set it right: until then no backup is made.");
        }
    }
}
