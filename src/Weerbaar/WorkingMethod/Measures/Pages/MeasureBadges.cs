using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.WorkingMethod.Measures.Pages;

/// <summary>How the status of a measure is shown: a word and a tone; an open measure past its day is late.</summary>
public static class MeasureBadges
{
    public static Badge BadgeOn(this Measure measure, DateOnly today, Texts texts) => measure switch
    {
        _ when measure.IsLate(today) => new(Tone.Bad, texts["measures.late", texts.Of(measure.Status)], "late"),
        { Status: MeasureStatus.Planned } => new(Tone.Neutral, texts.Of(measure.Status), "todo"),
        { Status: MeasureStatus.Running } => new(Tone.Info, texts.Of(measure.Status), "current"),
        { Status: MeasureStatus.Done } => new(Tone.Good, texts.Of(measure.Status)),
        _ => new(Tone.Warning, texts.Of(measure.Status), "close"),
    };
}
