using System.Security.Cryptography;
using System.Text;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The key of this installation that signs checkpoints: ECDSA over P-256, in the data folder for its owner only, or in
/// the file that <c>WEERBAAR_JOURNAL_KEY</c> names. It is made when it is first needed.
/// </summary>
public sealed class CheckpointKey : IDisposable
{
    private const string file = "journal-key.pem";

    private readonly Lazy<ECDsa> key;

    public CheckpointKey(ServerSettings settings)
    {
        Place = settings.JournalKeyFile ?? System.IO.Path.Combine(settings.DataFolder, file);
        MayBeMade = settings.JournalKeyFile is null;
        key = new(ReadOrMake);
    }

    private CheckpointKey(string place, ECDsa made) => (Place, key) = (place, new(made));

    public string Place { get; }

    /// <summary>It is ours to make and to replace: no setting names it.</summary>
    public bool MayBeMade { get; }

    public string Id => IdOf(key.Value);

    public string PublicPem => key.Value.ExportSubjectPublicKeyInfoPem();

    /// <summary>Another key for the same place, not put there yet.</summary>
    public CheckpointKey Next() => new(Place, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public string Sign(string text) => Convert.ToBase64String(key.Value.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    public static bool Verifies(string publicPem, string text, string signature)
    {
        using var pair = Read(publicPem);
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && pair.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public static string IdOf(string publicPem)
    {
        using var pair = Read(publicPem);
        return IdOf(pair);
    }

    /// <summary>Puts it in its place, instead of what was there.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        var beside = $"{Place}.partial-{Environment.ProcessId}";
        await PrivateFile.WriteAsync(beside, Encoding.UTF8.GetBytes(key.Value.ExportPkcs8PrivateKeyPem()), ct);
        File.Move(beside, Place, overwrite: true);
    }

    public void Dispose()
    {
        if (key.IsValueCreated)
        {
            key.Value.Dispose();
        }
    }

    private ECDsa ReadOrMake()
    {
        if (!File.Exists(Place) && MayBeMade)
        {
            Make();
        }

        BadUse.Unless(File.Exists(Place), $"There is no key at {Place}, which WEERBAAR_JOURNAL_KEY names. Put it there, or leave the setting out.");
        return Read(SecretFile.ReadText(Place));
    }

    /// <summary>Two processes may do this at once: the file of who is first stays.</summary>
    private void Make()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var beside = $"{Place}.made-{Environment.ProcessId}-{IdOf(made)}";
        PrivateFile.CreateFolder(System.IO.Path.GetDirectoryName(Place)!);
        using (var disk = PrivateFile.Create(beside))
        {
            disk.Write(Encoding.UTF8.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        try
        {
            File.Move(beside, Place, overwrite: false);
        }
        catch (IOException) when (File.Exists(Place))
        {
            File.Delete(beside);
        }
    }

    private static ECDsa Read(string pem)
    {
        var pair = ECDsa.Create();
        try
        {
            pair.ImportFromPem(pem);
            return pair;
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            pair.Dispose();
            throw new BadUse($"This is no key of the journal (ECDSA over P-256, PEM): {wrong.Message}", wrong);
        }
    }

    private static string IdOf(ECDsa pair) => Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()))[..16];
}
