using System.Globalization;
using System.Runtime.InteropServices;
using Weerbaar.Platform.Printing;

namespace Weerbaar.Platform.Health;

/// <summary>The machine: the runtime, room on the disk, and the browser that prints.</summary>
public static class ExamineMachine
{
    private const long littleRoom = 1L << 30;
    private const long noRoom = 100L << 20;

    public static async Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) =>
    [
        Finding.Good("program", $"Weerbaar {ProgramVersion.Text} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"),
        Folder(services.GetRequiredService<ServerSettings>().DataFolder),
        Room(new DriveInfo(Existing(services.GetRequiredService<ServerSettings>().DataFolder)).AvailableFreeSpace),
        await BrowserAsync(services.GetRequiredService<Chromium>(), ct),
    ];

    public static Finding Folder(string folder)
    {
        if (!Path.Exists(folder))
        {
            return Finding.Note("data folder", $"{folder} is not there", "The first weerbaar serve or load makes it; or name another with --data.");
        }

        try
        {
            TryWriting(folder);
            return Finding.Good("data folder", $"{folder} can be written");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("data folder", refused.Message, "Give the user that runs weerbaar the right to write it, or name another with --data.");
        }
    }

    /// <summary>Writes a file and takes it away again.</summary>
    public static void TryWriting(string folder)
    {
        File.Delete(Path.Combine(folder, ".doctor"));
        using var trial = new FileStream(Path.Combine(folder, ".doctor"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <param name="free">Bytes that can still be written.</param>
    public static Finding Room(long free)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GiB free");
        return free switch
        {
            < noRoom => Finding.Bad("disk", words, "Make room before anything is written."),
            < littleRoom => Finding.Note("disk", words, "Make room soon: a full disk stops every write."),
            _ => Finding.Good("disk", words),
        };
    }

    private static string Existing(string folder) => Directory.Exists(folder) ? folder : Existing(Path.GetDirectoryName(folder)!);

    /// <summary>Prints a page: a browser that is there may still not be able to.</summary>
    public static async Task<Finding> BrowserAsync(Chromium browser, CancellationToken ct)
    {
        try
        {
            var page = await browser.PrintPdfAsync("<!DOCTYPE html><html lang=\"en\"><head><title>Trial</title></head><body><p>Trial</p></body></html>", new Dictionary<string, PrintResource>(), "Trial", "en", ct);
            return Finding.Good("browser for PDF", $"printed a page of {page.Length} bytes");
        }
        catch (BrowserMissingException missing)
        {
            return Finding.Note("browser for PDF", "none", missing.Message);
        }
        catch (PrintingFailedException failed)
        {
            return Finding.Bad("browser for PDF", failed.Message, "In a container without user namespaces set Weerbaar__ChromiumSandbox=false; otherwise reinstall Chromium.");
        }
    }
}
