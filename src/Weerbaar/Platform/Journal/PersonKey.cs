using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The key that a person's data in the journal is sealed with. Without it that data can't be read by anybody, and the
/// chain, which is over what was sealed, still holds. Erased, the row stays with no secret, so that no new one is made.
/// </summary>
public sealed class PersonKey
{
    public required string PersonId { get; init; }

    /// <summary>32 bytes in base64; empty once erased.</summary>
    public required string Secret { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class PersonKeyTable : IEntityTypeConfiguration<PersonKey>
{
    public void Configure(EntityTypeBuilder<PersonKey> table)
    {
        table.ToTable("person_key");
        table.HasKey(x => x.PersonId);
    }
}

/// <summary>The property says something of a person: the journal seals it for whom another property names, or for the person itself.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(string of = "PersonId") : Attribute
{
    public string Of => of;
}

/// <summary>The property holds the name of who did something: the journal seals it for that person.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonNameAttribute : Attribute;

/// <summary>Seals what the journal says of persons, and opens it for who reads.</summary>
public sealed class PersonKeys
{
    /// <summary>Begins what is sealed. No text that people write holds it: the rules of input refuse it.</summary>
    public const char Mark = '\u0001';

    private const int nonceLength = 12;
    private const int tagLength = 16;

    private static readonly HashSet<string> program = [Actor.Nobody.Id, Actor.Console.Id, Actor.SignInDesk.Id];

    private readonly Dictionary<string, string> secrets;

    private PersonKeys(Dictionary<string, string> secrets) => this.secrets = secrets;

    /// <summary>The keys of some persons as far as there are any.</summary>
    public static async Task<PersonKeys> FindAsync(WeerbaarDb db, IEnumerable<string> personIds, CancellationToken ct)
    {
        var ids = personIds.Distinct(StringComparer.Ordinal).ToList();
        return new(ids.Count == 0 ? [] : await db.Set<PersonKey>().AsNoTracking()
            .Where(k => ids.Contains(k.PersonId)).ToDictionaryAsync(k => k.PersonId, k => k.Secret, ct));
    }

    /// <summary>The keys of some persons, made for who has none; what is no person gets none.</summary>
    public static async Task<PersonKeys> OrNewAsync(WeerbaarDb db, IEnumerable<string> personIds, CancellationToken ct)
    {
        var ids = personIds.Where(id => id.Length > 0 && !program.Contains(id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var keys = await FindAsync(db, ids, ct);
        var without = ids.Where(id => !keys.secrets.ContainsKey(id)).ToList();
        foreach (var id in without)
        {
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            await db.Database.ExecuteSqlAsync($"INSERT INTO person_key (person_id, secret) VALUES ({id}, {secret}) ON CONFLICT (person_id) DO NOTHING", ct);
        }

        return without.Count == 0 ? keys : await FindAsync(db, ids, ct);
    }

    /// <summary>The text as it goes into the journal: sealed for a person, as it is for the program itself.</summary>
    public string Close(string personId, string text) =>
        !secrets.TryGetValue(personId, out var secret) ? text
        : $"{Mark}{personId}{Mark}{(secret.Length == 0 ? "" : Encrypt(personId, secret, text))}";

    public static bool IsClosed(string text) => text.Length > 0 && text[0] == Mark;

    /// <summary>Whose key opens a sealed text.</summary>
    public static string PersonOf(string text) => text.Split(Mark) is [_, var person, _] ? person : "";

    /// <summary>What was sealed; null when its key is gone. A text that was not sealed comes back as it is.</summary>
    public string? Open(string text) => !IsClosed(text) ? text
        : text.Split(Mark) is [_, var person, { Length: > 0 } rest] && secrets.GetValueOrDefault(person) is { Length: > 0 } secret
            ? Decrypt(person, secret, rest)
            : null;

    private static string Encrypt(string personId, string secret, string text)
    {
        var (plain, nonce) = (Encoding.UTF8.GetBytes(text), RandomNumberGenerator.GetBytes(nonceLength));
        var (hidden, tag) = (new byte[plain.Length], new byte[tagLength]);
        using var cipher = new AesGcm(Convert.FromBase64String(secret), tagLength);
        cipher.Encrypt(nonce, plain, hidden, tag, Encoding.UTF8.GetBytes(personId));
        return Convert.ToBase64String([.. nonce, .. hidden, .. tag]);
    }

    private static string? Decrypt(string personId, string secret, string text)
    {
        try
        {
            var all = Convert.FromBase64String(text).AsSpan();
            var plain = new byte[all.Length - nonceLength - tagLength];
            using var cipher = new AesGcm(Convert.FromBase64String(secret), tagLength);
            cipher.Decrypt(all[..nonceLength], all[nonceLength..^tagLength], all[^tagLength..], plain, Encoding.UTF8.GetBytes(personId));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
