namespace Weerbaar.WorkingMethod.Cycle;

internal static class Days
{
    /// <summary>The day it is where the program runs.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().Date);
}
