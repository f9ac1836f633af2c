using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions;

/// <summary>What somebody does for an organisation, and from which day until which.</summary>
/// <param name="Organisation">The code of the organisation.</param>
/// <param name="Name">What it is called there: policy adviser, crisis coordinator.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; open when none is known.</param>
public sealed record FunctionDescription(string Organisation, string Name, DateOnly From, DateOnly? Until)
{
    public const int LongestName = 100;

    public void Check() => new InputCheck()
        .Require(Organisation.Length > 0, "organisation", "access.functions.error.organisation")
        .Require(Name.Trim().Length is > 0 and <= LongestName, "name", "access.functions.error.name", LongestName)
        .Require(!(Until < From), "until", "access.functions.error.until")
        .ThrowIfAny();
}

/// <summary>A person's function in an organisation. Somebody may have several, also in several organisations.</summary>
public sealed class PersonFunction : Stored
{
    private PersonFunction()
    {
    }

    public PersonFunction(string id, string personId, FunctionDescription description, bool byRule = false)
    {
        (Id, PersonId, ByRule) = (id, personId, byRule);
        Describe(description);
    }

    public string PersonId { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    [Personal]
    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? Until { get; private set; }

    /// <summary>It follows from what the issuer says at each sign-in; otherwise an administrator wrote it down.</summary>
    public bool ByRule { get; private set; }

    public override Permission NeededToWrite => Permission.ManagePeople;

    public bool IsHeldOn(DateOnly day) => From <= day && !(Until < day);

    public void EndBefore(DateOnly day) => Until = day.AddDays(-1);

    public void Describe(FunctionDescription description)
    {
        description.Check();
        (Organisation, Name, From, Until) = (description.Organisation, description.Name.Trim(), description.From, description.Until);
    }
}

internal sealed class PersonFunctionTable : IEntityTypeConfiguration<PersonFunction>
{
    public void Configure(EntityTypeBuilder<PersonFunction> table)
    {
        table.ToTable("person_function");
        table.HasIndex(x => x.PersonId);
    }
}
