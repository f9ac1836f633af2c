using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Organisations;

public enum OrganisationKind
{
    Ministry,
    Agency,
    Region,
    Institute,
    Operator,
    Abroad,
    Other,
}

/// <summary>From which day on, and before which day: open where it always was, or still is. One rule for whatever has such days.</summary>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    public bool Holds(DateOnly day) => !(day < From) && !(day >= To);
}

/// <summary>The organisation another falls under, for as long as it does.</summary>
public sealed record Parent(string Code, DateOnly? From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => new Period(From, To).Holds(day);
}

/// <summary>An organisation that can lead or take part, under the code people know it by, with the days it began and ended.</summary>
/// <param name="From">The first day it was there under this name.</param>
/// <param name="To">The first day it no longer was; what it once led keeps its code.</param>
public sealed record Organisation(string Code, Text Name, OrganisationKind Kind, DateOnly? From, DateOnly? To, IReadOnlyList<Parent> Parents)
{
    public bool ExistsOn(DateOnly day) => new Period(From, To).Holds(day);

    /// <summary>The code of the organisation it falls under on a day, if there is one.</summary>
    public string? ParentOn(DateOnly day) => Parents.FirstOrDefault(p => p.HoldsOn(day))?.Code;
}
