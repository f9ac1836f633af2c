using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>A link that signs one person in once. Only its hash is kept.</summary>
public sealed class SignInLink : Stored
{
    private SignInLink()
    {
    }

    public SignInLink(string token, string personId, DateTimeOffset expires) =>
        (Id, PersonId, Expires) = (HashOf(token), personId, expires);

    public string PersonId { get; private set; } = "";

    public DateTimeOffset Expires { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public override Permission NeededToWrite => UsedAt is null ? Permission.ManagePeople : Permission.SignIn;

    /// <summary>A new token of 256 random bits, safe in an address.</summary>
    public static string NewToken() => Base64Url(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsGood(DateTimeOffset now) => UsedAt is null && now < Expires;

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Withdraw(DateTimeOffset now) => Expires = now;

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

internal sealed class SignInLinkTable : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> table)
    {
        table.ToTable("sign_in_link");
        table.HasIndex(x => x.PersonId);
    }
}
