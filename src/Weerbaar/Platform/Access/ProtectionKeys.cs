using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>A key of the framework's data protection, as it writes it. All processes on one database share them.</summary>
public sealed class ProtectionKey : Stored
{
    private ProtectionKey()
    {
    }

    public ProtectionKey(string id, string xml) => (Id, Xml) = (id, xml);

    [Secret]
    public string Xml { get; private set; } = "";

    public override Permission NeededToWrite => Permission.ManagePeople;
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table) => table.ToTable("protection_key");
}

/// <summary>Keeps those keys in the database. The framework asks without waiting, so this waits for it.</summary>
public sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    private static readonly TimeSpan life = TimeSpan.FromDays(90);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = AsProgram();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(Read)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = AsProgram();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveAsync(new Change("access.new-key"), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Makes the first key before the site opens, one process at a time: processes that start together would each make
    /// one, and not know the others'.
    /// </summary>
    public static Task MakeFirstAsync(IServiceProvider services, CancellationToken ct) => Migrations.OneAtATimeAsync(services, async db =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await db.Set<ProtectionKey>().AnyAsync(ct) ? null : services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + life);
    }, ct);

    private static XElement Read(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XElement.Load(reader);
    }

    private IServiceScope AsProgram()
    {
        var scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return scope;
    }
}
