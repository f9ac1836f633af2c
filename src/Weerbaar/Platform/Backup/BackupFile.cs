using System.Text.Json;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>
/// The lines of a backup, each a JSON text: a head; for each table a line that names it and its columns, then a line for
/// each row; for each method edition of one's own a line; and a foot with what each table holds. Squeezed with gzip.
/// </summary>
public static class BackupFile
{
    public const int Form = 1;

    public sealed record Head(int WeerbaarBackup, string Version, int Schema, DateTimeOffset MadeAt);

    public sealed record TableLine(string Table, IReadOnlyList<string> Columns);

    public sealed record FileLine(string File, string Content);

    public sealed record Foot(IReadOnlyList<CopiedTable> Tables);

    public static byte[] Line<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, DatabaseModel.Json);
}
