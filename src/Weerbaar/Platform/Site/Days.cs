namespace Weerbaar.Platform.Site;

/// <summary>Which day it is for the people who use the program, wherever it runs.</summary>
public static class Days
{
    private static readonly TimeZoneInfo here = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The moment a day begins here.</summary>
    public static DateTimeOffset Begins(this DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), here), TimeSpan.Zero);

    public static DateOnly Today(this TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), here).DateTime);
}
