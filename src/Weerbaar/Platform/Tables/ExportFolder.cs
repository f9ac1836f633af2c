using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Tables;

/// <summary>What an export holds; stands beside the tables as <c>manifest.json</c>.</summary>
public sealed record ExportManifest(
    string Program, string Version, int Schema, Marking Marking, DateTimeOffset MadeAt, IReadOnlyList<ExportManifest.Table> Tables)
{
    [JsonIgnore]
    public int Rows => Tables.Sum(t => t.Rows);

    public sealed record Table(string Name, int Rows, IReadOnlyList<string> Columns, IReadOnlyList<File> Files);

    public sealed record File(string Name, string Sha256);
}

/// <summary>Every table as files in one folder for its owner only, from one moment: the folder is there whole, or not at all.</summary>
public static class ExportFolder
{
    private static readonly JsonSerializerOptions indented = new(ShownTexts.Json) { WriteIndented = true };

    /// <param name="leaves">Asked when all is written, with the folder it is in so far, before that is put in place: false leaves nothing.</param>
    /// <exception cref="IOException">The folder holds something already, or can't be written.</exception>
    public static async Task<ExportManifest> WriteAsync(
        string folder, IReadOnlyCollection<TableFormat> formats, IEnumerable<ExportedTable> tables, WeerbaarDb db, DateTimeOffset now,
        Func<ExportManifest, string, Task<bool>> leaves, CancellationToken ct)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        RefuseFull(place);
        var beside = PrivateFile.CreateFolder($"{place}.partial-{Environment.ProcessId}");
        try
        {
            var manifest = await WriteAllAsync(beside, formats, tables, db, now, ct);
            await PrivateFile.WriteAsync(Path.Combine(beside, "manifest.json"), Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest, indented) + "\n"), ct);
            RefuseFull(place);
            if (await leaves(manifest, beside))
            {
                Put(beside, place);
            }

            return manifest;
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }

    private static void Put(string beside, string place)
    {
        if (Directory.Exists(place))
        {
            Directory.Delete(place);
        }

        Directory.Move(beside, place);
    }

    private static void RefuseFull(string place)
    {
        if (File.Exists(place) || (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any()))
        {
            throw new IOException($"{place} is there already and not empty.");
        }
    }

    private static async Task<ExportManifest> WriteAllAsync(
        string folder, IReadOnlyCollection<TableFormat> formats, IEnumerable<ExportedTable> tables, WeerbaarDb db, DateTimeOffset now, CancellationToken ct)
    {
        await using var moment = await OneMoment.OfAsync(db, ct);
        var written = new List<ExportManifest.Table>();
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            written.Add(await WriteTableAsync(folder, formats, table, db, ct));
        }

        return new("Weerbaar", ProgramVersion.Text, await Migrations.NumberAsync(db, ct), db.Actor.Clearance, now, written);
    }

    private static async Task<ExportManifest.Table> WriteTableAsync(
        string folder, IReadOnlyCollection<TableFormat> formats, ExportedTable table, WeerbaarDb db, CancellationToken ct)
    {
        var (rows, files) = (0, new List<ExportManifest.File>());
        foreach (var format in formats)
        {
            var name = TableFile.NameOf(table, format);
            await using var file = PrivateFile.Create(Path.Combine(folder, name));
            rows = await TableFile.WriteAsync(table, format, db, file, ct);
            await file.FlushAsync(ct);
            file.Position = 0;
            files.Add(new(name, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct))));
        }

        return new(table.Name, rows, table.Columns, files);
    }
}
