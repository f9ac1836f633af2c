using System.Security.Cryptography;
using Weerbaar.Analysis.Elicitation;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>A panel as read from file: either a panel, or what is wrong with the file. Faults and remarks are whole sentences.</summary>
internal sealed record PanelFile(Panel? Panel, IReadOnlyList<string> Faults, IReadOnlyList<string> Remarks, string Hash)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a CSV file, or an Excalibur pair of which either one is named.</summary>
    public static PanelFile Read(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".dtt" or ".rls")
        {
            return ReadPair(path, extension == ".dtt" ? ".rls" : ".dtt");
        }

        var bytes = FileBytes.Read(path, MostBytes);
        return PanelCsv.Parse(Utf8Text.Decode(bytes, path)).Finish(Hashed(bytes));
    }

    private static PanelFile ReadPair(string path, string otherExtension)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var named = FileBytes.Read(path, MostBytes);
        var wanted = Path.GetFileNameWithoutExtension(path) + otherExtension;
        var other = Directory.EnumerateFiles(folder).FirstOrDefault(file => string.Equals(Path.GetFileName(file), wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadUse($"Excalibur files come in pairs: {wanted} is not beside {Path.GetFileName(path)}. Put the .dtt and the .rls with the same name in one folder.");
        var beside = FileBytes.Read(other, MostBytes);
        var (one, two) = otherExtension == ".rls" ? (named, beside) : (beside, named);
        return Excalibur.Parse(System.Text.Encoding.Latin1.GetString(one), System.Text.Encoding.Latin1.GetString(two)).Finish(Hashed([.. one, .. two]));
    }

    private static string Hashed(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
