using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>A key on a person's device that signs them in (WebAuthn). Its id is a hash of the credential's.</summary>
public sealed class Passkey : Stored
{
    public const int LongestName = 60;

    private Passkey()
    {
    }

    public Passkey(string personId, UserPasskeyInfo credential)
    {
        (Id, PersonId, CreatedAt) = (IdOf(credential.CredentialId), personId, credential.CreatedAt);
        Credential = JsonSerializer.Serialize(Kept.Of(credential));
        Name = (credential.Name ?? "").Trim();
        new InputCheck().Require(Name.Length is > 0 and <= LongestName, "name", "access.passkeys.error.name", LongestName).ThrowIfAny();
    }

    public string PersonId { get; private set; } = "";

    [Personal]
    public string Name { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>The credential as the framework keeps it: public key, counter, flags.</summary>
    [Secret]
    public string Credential { get; private set; } = "";

    public override Permission NeededToWrite => Permission.SignIn;

    public UserPasskeyInfo ToCredential() => JsonSerializer.Deserialize<Kept>(Credential)!.ToCredential(Name);

    /// <summary>A question is answered once: not by a passkey that was used since it was asked.</summary>
    public bool Answers(DateTimeOffset askedAt) => UsedAt is null || UsedAt < askedAt;

    public void Used(UserPasskeyInfo credential, DateTimeOffset now) =>
        (Credential, UsedAt) = (JsonSerializer.Serialize(Kept.Of(credential)), now);

    /// <summary>Credential ids may be a thousand bytes; their hash is short, and as unique.</summary>
    public static string IdOf(byte[] credentialId) =>
        Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(credentialId));

    private sealed record Kept(
        byte[] Id, byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports,
        bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] ClientData)
    {
        public static Kept Of(UserPasskeyInfo c) => new(
            c.CredentialId, c.PublicKey, c.CreatedAt, c.SignCount, c.Transports,
            c.IsUserVerified, c.IsBackupEligible, c.IsBackedUp, c.AttestationObject, c.ClientDataJson);

        public UserPasskeyInfo ToCredential(string name) => new(
            Id, PublicKey, CreatedAt, SignCount, Transports, IsUserVerified, IsBackupEligible, IsBackedUp, Attestation, ClientData) { Name = name };
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> table)
    {
        table.ToTable("passkey");
        table.HasIndex(x => x.PersonId);
    }
}
