namespace Weerbaar.Platform.Rules;

/// <summary>Which days can be meant: further off it is a slip of the keyboard, or of the program that sent it.</summary>
public static class DayRules
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    public static bool CanBe(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>Refuses a day that can't be meant.</summary>
    public static InputCheck Day(this InputCheck check, string field, DateOnly day) =>
        check.Require(CanBe(day), field, "rules.day-far", FirstYear, LastYear);
}
