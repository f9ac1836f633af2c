using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Something that counts once was used, by its hash: kept for as long as it could be tried again, for all processes on the database.</summary>
public sealed class UsedOnce : Stored
{
    private UsedOnce()
    {
    }

    public UsedOnce(string what, string value, DateTimeOffset until) =>
        (Id, Until) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {value}"))), until);

    public DateTimeOffset Until { get; private set; }

    public override Permission NeededToWrite => Permission.SignIn;

    /// <summary>Adds it to the next save, which fails with <see cref="AlreadyThere"/> when it was used before; what can't be tried any more goes.</summary>
    public static async Task UseAsync(WeerbaarDb db, string what, string value, DateTimeOffset now, TimeSpan life, CancellationToken ct)
    {
        const int most = 100;
        db.RemoveRange(await db.Set<UsedOnce>().Where(u => u.Until < now).OrderBy(u => u.Until).Take(most).ToListAsync(ct));
        db.Add(new UsedOnce(what, value, now + life));
    }
}

internal sealed class UsedOnceTable : IEntityTypeConfiguration<UsedOnce>
{
    public void Configure(EntityTypeBuilder<UsedOnce> table)
    {
        table.ToTable("used_once");
        table.HasIndex(x => x.Until);
    }
}
