using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

/// <summary>How the standing of a decision to its assessment is shown.</summary>
public static class DecisionBadges
{
    public static Badge BadgeOf(this BasisState state, Texts texts) => state switch
    {
        BasisState.Current => new(Tone.Good, texts.Of(state)),
        BasisState.Stale => new(Tone.Warning, texts.Of(state), "history"),
        BasisState.Unknown => new(Tone.Warning, texts.Of(state), "question"),
        _ => new(Tone.Neutral, texts.Of(state)),
    };
}
