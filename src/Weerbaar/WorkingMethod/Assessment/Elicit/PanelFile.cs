using System.Security.Cryptography;
using System.Text;
using Weerbaar.Analysis.Elicitation;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>A panel as read from file. Remarks are whole sentences.</summary>
internal sealed record PanelFile(Panel Panel, IReadOnlyList<string> Remarks, string Hash)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a CSV file, or an Excalibur pair of which either one is named.</summary>
    /// <exception cref="BadInputException">It can't be used; all that is wrong is named.</exception>
    public static PanelFile Read(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".dtt" or ".rls")
        {
            return ReadPair(path, extension == ".dtt" ? ".rls" : ".dtt");
        }

        var bytes = FileBytes.Read(path, MostBytes);
        return PanelCsv.Parse(Utf8Text.Decode(bytes, path), path).Finish(Hashed(bytes));
    }

    private static PanelFile ReadPair(string path, string otherExtension)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var named = FileBytes.Read(path, MostBytes);
        var wanted = Path.GetFileNameWithoutExtension(path) + otherExtension;
        var other = Directory.EnumerateFiles(folder).FirstOrDefault(file => string.Equals(Path.GetFileName(file), wanted, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadUse($"Excalibur files come in pairs: {wanted} is not beside {Path.GetFileName(path)}. Put the .dtt and the .rls with the same name in one folder.");
        var beside = FileBytes.Read(other, MostBytes);
        var ((dtt, answers), (rls, realisations)) = otherExtension == ".rls" ? ((path, named), (other, beside)) : ((other, beside), (path, named));
        return new Excalibur(dtt, rls).Read(Encoding.Latin1.GetString(answers), Encoding.Latin1.GetString(realisations)).Finish(Hashed([.. answers, .. realisations]));
    }

    private static string Hashed(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
