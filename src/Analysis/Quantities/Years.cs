namespace Weerbaar.Analysis.Quantities;

/// <summary>A number of years as it may be given: finite and above 0.</summary>
internal static class Years
{
    public static double Check(double years, string name) => years > 0 && double.IsFinite(years)
        ? years
        : throw new ArgumentOutOfRangeException(name, years, "A number of years is finite and above 0.");
}
