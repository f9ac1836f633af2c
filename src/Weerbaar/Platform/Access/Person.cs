using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Somebody who may sign in. What they may do is in the roles they were given.</summary>
public sealed class Person : Stored
{
    private Person()
    {
    }

    public Person(string id, string name, string email, Marking clearance)
    {
        Id = id;
        Change(name, email, clearance);
    }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>What the person signs in with, in lower case.</summary>
    [Personal]
    public string Email { get; private set; } = "";

    public Marking Clearance { get; private set; }

    public bool Disabled { get; private set; }

    public override Permission NeededToWrite => Permission.ManagePeople;

    public void Change(string name, string email, Marking clearance)
    {
        new InputCheck()
            .Require(name.Trim().Length is > 0 and <= 100, "name", "access.error.name")
            .Require(email.Length <= 200 && email.IndexOf('@', StringComparison.Ordinal) > 0, "email", "access.error.email")
            .ThrowIfAny();
        (Name, Email, Clearance) = (name.Trim(), AddressOf(email), clearance);
    }

    /// <summary>An e-mail address as it is kept and looked up, whatever was typed round it.</summary>
    public static string AddressOf(string typed) => typed.Trim().ToLowerInvariant();

    public void Disable(bool disabled) => Disabled = disabled;

    /// <summary>The person acting for these organisations, so far with no permission: those come with the roles that such a one may see.</summary>
    public Actor ToActor(IEnumerable<string> organisations) =>
        new(Id, Name, new HashSet<Permission>(), Clearance) { Organisations = organisations.ToHashSet(StringComparer.Ordinal) };
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.ToTable("person");
        table.HasIndex(x => x.Email).IsUniqueOr("email", "access.error.email-taken");
    }
}
