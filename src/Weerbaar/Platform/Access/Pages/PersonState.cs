using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>Whether somebody comes in, as a badge.</summary>
internal static class PersonState
{
    public static Badge Of(KnownPerson known, Texts texts) => known switch
    {
        { Person.Disabled: true } => new(Tone.Bad, texts["access.state.blocked"]),
        { Grants.Count: 0 } => new(Tone.Warning, texts["access.state.no-role"]),
        _ => new(Tone.Good, texts["access.state.active"]),
    };
}
