using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>By which name the issuer knows a person. That never changes and is never given to another, as an e-mail address may be.</summary>
public sealed class OpenIdSubject : Stored
{
    private OpenIdSubject()
    {
    }

    public OpenIdSubject(string issuer, string subject, string personId, DateTimeOffset linkedAt) =>
        (Id, Issuer, Subject, PersonId, LinkedAt) = (IdOf(issuer, subject), issuer, subject, personId, linkedAt);

    public string Issuer { get; private set; } = "";

    [Personal]
    public string Subject { get; private set; } = "";

    public string PersonId { get; private set; } = "";

    public DateTimeOffset LinkedAt { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    /// <summary>Only the fingerprint in the id stays, by which who is blocked is still known and kept out.</summary>
    public void Forget() => Subject = "";

    public static string IdOf(string issuer, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")));
}

internal sealed class OpenIdSubjectTable : IEntityTypeConfiguration<OpenIdSubject>
{
    public void Configure(EntityTypeBuilder<OpenIdSubject> table)
    {
        table.ToTable("open_id_subject");
        table.HasIndex(x => x.PersonId);
    }
}
