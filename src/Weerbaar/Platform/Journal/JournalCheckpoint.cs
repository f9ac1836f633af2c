using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The head of the chain at one moment, signed. Kept outside the database it shows that the end was cut off or that the
/// chain was rewritten with hashes that fit.
/// </summary>
public sealed record JournalCheckpoint
{
    private const int entriesBetween = 1000;

    public required long Seq { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Which key signed it: the beginning of the SHA-256 of the public key.</summary>
    public required string KeyId { get; init; }

    /// <summary>ECDSA over P-256 with SHA-256, in base64.</summary>
    public string Signature { get; init; } = "";

    /// <summary>One is made after every thousand entries, and at the first entry of every hour.</summary>
    public static bool IsDue(long lastSeq, DateTimeOffset lastAt, long seq, DateTimeOffset at) =>
        lastSeq / entriesBetween != seq / entriesBetween || lastAt.UtcTicks / TimeSpan.TicksPerHour != at.UtcTicks / TimeSpan.TicksPerHour;

    public static JournalCheckpoint Of(long seq, string hash, DateTimeOffset at, CheckpointKey key)
    {
        var unsigned = new JournalCheckpoint { Seq = seq, Hash = hash, At = new DateTimeOffset(at.UtcTicks / 10 * 10, TimeSpan.Zero), KeyId = key.Id };
        return unsigned with { Signature = key.Sign(unsigned.SignedText) };
    }

    /// <summary>What the signature is over.</summary>
    [JsonIgnore]
    public string SignedText => string.Create(
        CultureInfo.InvariantCulture, $"weerbaar-journal-checkpoint-1\n{Seq}\n{Hash}\n{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\n{KeyId}");

    /// <summary>Signs the head of the journal as it is now and keeps that; null while there is no entry.</summary>
    public static async Task<JournalCheckpoint?> MakeAsync(WeerbaarDb db, CancellationToken ct)
    {
        JournalCheckpoint? made = null;
        await db.WriteAsync(async path => made = await path.CheckpointAsync(ct), ct);
        return made;
    }

    /// <summary>As a line of a file.</summary>
    public string Line() => JsonSerializer.Serialize(this, DatabaseModel.Json);

    public static JournalCheckpoint Parse(string line) => JsonSerializer.Deserialize<JournalCheckpoint>(line, DatabaseModel.Json) ?? throw new JsonException("Nothing.");
}

internal sealed class JournalCheckpointTable : IEntityTypeConfiguration<JournalCheckpoint>
{
    public void Configure(EntityTypeBuilder<JournalCheckpoint> table)
    {
        table.ToTable("journal_checkpoint");
        table.HasKey(x => x.Seq);
        table.Property(x => x.Seq).ValueGeneratedNever();
        table.Ignore(x => x.SignedText);
    }
}
