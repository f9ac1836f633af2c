using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>How a state looks beside its word, as in the ring: a triangle, a clock, an empty circle, a tick.</summary>
internal static class ProductStates
{
    public static Tone Tone(this DueState state) => state switch
    {
        DueState.Late => Platform.Site.Components.Tone.Bad,
        DueState.Due => Platform.Site.Components.Tone.Warning,
        DueState.Done => Platform.Site.Components.Tone.Good,
        DueState.Planned => Platform.Site.Components.Tone.Neutral,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Icon(this DueState state) => state switch
    {
        DueState.Late => "warning",
        DueState.Due => "late",
        DueState.Done => "done",
        DueState.Planned => "todo",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static Badge Badge(this DueState state, Texts texts) => new(state.Tone(), texts.Of(state), state.Icon());
}
