namespace Weerbaar.Platform.Site;

/// <summary>Which day it is for the people who use the program, wherever it runs.</summary>
public static class Days
{
    private static readonly TimeZoneInfo here = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The moment a day begins here.</summary>
    public static DateTimeOffset Begins(this DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), here), TimeSpan.Zero);

    /// <summary>A moment by the clock here.</summary>
    public static DateTimeOffset Here(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, here);

    /// <summary>The day it is here at a moment.</summary>
    public static DateOnly Day(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.Here().DateTime);

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().Day();
}
