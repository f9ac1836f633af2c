using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>A code on paper that stands in for the code app, once. Only its hash is kept.</summary>
public sealed class RecoveryCode : Stored
{
    public const int CodesPerPerson = 10;

    private const string alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int groups = 4;
    private const int groupLength = 4;

    private RecoveryCode()
    {
    }

    public RecoveryCode(string code, string personId) => (Id, PersonId) = (HashOf(code, personId), personId);

    public string PersonId { get; private set; } = "";

    public override Permission NeededToWrite => Permission.SignIn;

    /// <summary>Sixteen characters in groups of four, about 79 random bits.</summary>
    public static string NewCode() =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(alphabet, groupLength)));

    /// <summary>However it was typed: capitals, spaces and dashes do not count.</summary>
    public static string HashOf(string code, string personId)
    {
        var bare = new string([.. code.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId} {bare}")));
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> table)
    {
        table.ToTable("recovery_code");
        table.HasIndex(x => x.PersonId);
    }
}
