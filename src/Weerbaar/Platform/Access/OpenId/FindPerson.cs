using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Who came is known, but does not come in: which sentence says why, and the word for the journal.</summary>
public sealed class RefusedPerson(string? personId, string sentence, string reason) : Exception(reason)
{
    public string? PersonId { get; } = personId;

    public string Sentence { get; } = sentence;

    public string Reason { get; } = reason;
}

/// <summary>Which person somebody is who signed in at the issuer: by subject; the first time by e-mail address where that is allowed, or somebody new.</summary>
public sealed class FindPerson(ServerSettings settings, WeerbaarDb db, FollowRules rules, Ids ids, TimeProvider clock)
{
    private const int longestName = 100;

    private OpenIdSettings OpenId => settings.OpenId!;

    public async Task<string?> KnownAsync(Identity identity, CancellationToken ct)
    {
        var id = OpenIdSubject.IdOf(OpenId.Issuer, identity.Subject);
        return (await db.Set<OpenIdSubject>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct))?.PersonId;
    }

    /// <summary>The person, with what the rules give them, to be saved by the caller.</summary>
    /// <exception cref="RefusedPerson">They don't come in.</exception>
    public async Task<Person> HandleAsync(Identity identity, IReadOnlyList<ClaimRule> granted, CancellationToken ct)
    {
        var person = await KnownAsync(identity, ct) is { } known
            ? await db.GetAsync<Person>(known, ct)
            : await LinkAsync(identity, granted, ct);
        if (person.Disabled)
        {
            throw new RefusedPerson(person.Id, "access.open-id.error.blocked", "blocked");
        }

        ClaimRules.Apply(person, granted);
        await rules.HandleAsync(person.Id, granted, ct);
        return person;
    }

    /// <summary>Whoever has a way in of their own is not taken over by an address: they link their account themselves (<see cref="LinkOpenId"/>).</summary>
    private async Task<Person> LinkAsync(Identity identity, IReadOnlyList<ClaimRule> granted, CancellationToken ct)
    {
        var email = VerifiedEmail(identity);
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.Email == email, ct);
        if (person is not null && !(OpenId.LinkByEmail && await NeverCameInAsync(person.Id, ct)))
        {
            throw new RefusedPerson(person.Id, "access.open-id.error.address-taken", "address of another person");
        }

        person ??= db.Add(ClaimRules.NewPerson(ids.Next(), NameOf(identity, email), email, granted)).Entity;
        db.Add(new OpenIdSubject(OpenId.Issuer, identity.Subject, person.Id, clock.GetUtcNow()));
        return person;
    }

    /// <summary>Whoever had an account at an earlier issuer is no newcomer either.</summary>
    private async Task<bool> NeverCameInAsync(string personId, CancellationToken ct) =>
        !(await WaysIn.OfAsync(db, personId, OpenId, ct)).Any && !await db.Set<OpenIdSubject>().AnyAsync(s => s.PersonId == personId, ct);

    private string VerifiedEmail(Identity identity)
    {
        var verified = identity.Claims.TryGetProperty("email_verified", out var told)
            ? told.ValueKind == System.Text.Json.JsonValueKind.True || told.ToString() == "true"
            : OpenId.EmailsAreVerified;
        var email = Person.AddressOf(identity.Claims.Text(OpenId.EmailClaim) ?? "");
        return verified && email.Length is > 2 and <= 200 && email.IndexOf('@', StringComparison.Ordinal) > 0 && !email.Any(char.IsControl)
            ? email
            : throw new RefusedPerson(null, "access.open-id.error.email", "no verified address");
    }

    private string NameOf(Identity identity, string email)
    {
        var name = new string([.. (identity.Claims.Text(OpenId.NameClaim) ?? "").Where(c => !char.IsControl(c)).Take(longestName)]).Trim();
        return name.Length > 0 ? name : email[..Math.Min(email.Length, longestName)];
    }
}
