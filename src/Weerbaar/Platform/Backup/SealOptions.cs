using System.CommandLine;
using System.Text;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Backup;

/// <summary>How a backup is sealed: by default with a passphrase, and openly only when that is asked for.</summary>
internal static class SealOptions
{
    private const string variable = "WEERBAAR_BACKUP_PASSPHRASE";
    private const long largest = 1 << 20;

    public static Option<FileInfo?> PassphraseFile { get; } = new("--passphrase-file")
    {
        Description = $"A file with the passphrase on its first line; without it ${variable}",
    };

    public static Option<FileInfo?> KeyFile { get; } = new("--key-file")
    {
        Description = $"A file of at least {Seal.ShortestKey} random bytes, instead of a passphrase",
    };

    public static Option<bool> Open { get; } = new("--unsealed") { Description = "Without sealing: who has the file can read all of it" };

    /// <summary>The seal asked for; null when the backup is to be open.</summary>
    /// <exception cref="BadUse">Nothing was said, or two things at once, or what was named can't be used.</exception>
    public static Seal? Read(ParseResult parsed) => Of(parsed.GetValue(PassphraseFile), parsed.GetValue(KeyFile), parsed.GetValue(Open));

    /// <inheritdoc cref="Read"/>
    public static Seal? Of(FileInfo? passphrase, FileInfo? key, bool open)
    {
        var said = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } words && passphrase is null && key is null && !open ? words : null;
        return (said, passphrase, key, open) switch
        {
            (not null, _, _, _) => Passphrase(said, $"${variable}"),
            (_, not null, null, false) => Passphrase(FirstLine(passphrase), passphrase.FullName),
            (_, null, not null, false) => Key(key),
            (_, null, null, true) => null,
            (_, null, null, false) => throw new BadUse($"Say with what the backup is sealed: --passphrase-file, --key-file or ${variable}; or --unsealed."),
            _ => throw new BadUse("Give one of --passphrase-file, --key-file and --unsealed."),
        };
    }

    private static Seal Passphrase(string text, string where) => text.Length >= Seal.ShortestPassphrase
        ? Seal.Passphrase(text)
        : throw new BadUse($"The passphrase in {where} is shorter than {Seal.ShortestPassphrase} characters.");

    private static string FirstLine(FileInfo file) => Encoding.UTF8.GetString(SecretFile.Read(file.FullName, largest)).Split('\n')[0].TrimEnd('\r');

    private static Seal Key(FileInfo file) => SecretFile.Read(file.FullName, largest) is { Length: >= Seal.ShortestKey } content
        ? Seal.Key(content)
        : throw new BadUse($"The key in {file.FullName} is shorter than {Seal.ShortestKey} bytes.");
}
