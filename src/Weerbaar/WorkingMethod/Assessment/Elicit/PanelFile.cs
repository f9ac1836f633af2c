using System.Security.Cryptography;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>A panel as read from file: either a panel, or what is wrong with the file. Faults and remarks are whole sentences.</summary>
internal sealed record PanelFile(Panel? Panel, IReadOnlyList<string> Faults, IReadOnlyList<string> Remarks, string Hash)
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a CSV file, or an Excalibur pair of which either one is named.</summary>
    public static PanelFile Read(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".dtt" or ".rls")
        {
            return ReadPair(path, extension == ".dtt" ? ".rls" : ".dtt");
        }

        var bytes = Bytes(path);
        return PanelCsv.Parse(System.Text.Encoding.UTF8.GetString(bytes)).Finish(Hashed(bytes));
    }

    private static PanelFile ReadPair(string path, string otherExtension)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var wanted = Path.GetFileNameWithoutExtension(path) + otherExtension;
        var other = Directory.EnumerateFiles(folder).FirstOrDefault(file => string.Equals(Path.GetFileName(file), wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new FileNotFoundException($"Excalibur files come in pairs: {wanted} is not beside {Path.GetFileName(path)}. Put the .dtt and the .rls with the same name in one folder.");
        var (answers, realisations) = otherExtension == ".rls" ? (path, other) : (other, path);
        var (one, two) = (Bytes(answers), Bytes(realisations));
        return Excalibur.Parse(System.Text.Encoding.Latin1.GetString(one), System.Text.Encoding.Latin1.GetString(two)).Finish(Hashed([.. one, .. two]));
    }

    private static byte[] Bytes(string path) => new FileInfo(path).Length <= MostBytes
        ? File.ReadAllBytes(path)
        : throw new IOException($"{Path.GetFileName(path)} is larger than {MostBytes / (1024 * 1024)} MiB; a panel is never that large.");

    private static string Hashed(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
