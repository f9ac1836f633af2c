using System.Globalization;

namespace Weerbaar.Platform.Drawing;

/// <summary>A class of a scale: from <see cref="Lower"/> up to, not including, <see cref="Upper"/>.</summary>
public sealed record AxisClass(string Letter, string Label, double Lower, double Upper);

public enum AxisNumbers
{
    /// <summary>Probabilities from 0 to 1, written as percentages.</summary>
    Percent,

    /// <summary>Values in the unit of the axis.</summary>
    Plain,
}

/// <summary>
/// An axis of classes. By default every class gets the same room and is logarithmic inside, so that
/// a scale of decades ending in 50–100 % keeps its last class readable; the bounds are printed.
/// A lowest class from 0 and a highest without end are drawn as wide as their neighbours (one step of the scale).
/// </summary>
public sealed class ClassAxis
{
    private readonly double[] edges;
    private readonly CultureInfo culture;

    public ClassAxis(string title, IReadOnlyList<AxisClass> classes, AxisNumbers numbers, CultureInfo culture,
        string unit = "", bool isLogarithmic = true, bool hasEqualClasses = true)
    {
        ArgumentOutOfRangeException.ThrowIfZero(classes.Count, nameof(classes));
        (Title, Classes, Numbers, Unit) = (title, classes, numbers, unit);
        (IsLogarithmic, HasEqualClasses, this.culture) = (isLogarithmic, hasEqualClasses, culture);
        edges = FiniteEdges();
        if (edges.Zip(edges.Skip(1)).Any(e => !(e.First < e.Second)) || (isLogarithmic && !(edges[0] > 0)))
        {
            throw new ArgumentException("The classes of an axis must rise from class to class.", nameof(classes));
        }
    }

    public string Title { get; }

    public IReadOnlyList<AxisClass> Classes { get; }

    public AxisNumbers Numbers { get; }

    public string Unit { get; }

    public bool IsLogarithmic { get; }

    public bool HasEqualClasses { get; }

    /// <summary>Where a value lies, from 0 (begin of the lowest class) to 1 (end of the highest); outside is put on the edge.</summary>
    public double Position(double value)
    {
        if (!(value > edges[0]))
        {
            return 0;
        }

        var last = edges.Length - 1;
        if (value >= edges[last])
        {
            return 1;
        }

        if (!HasEqualClasses)
        {
            return Part(value, edges[0], edges[last]);
        }

        var k = Array.FindLastIndex(edges, e => e <= value);
        return (k + Part(value, edges[k], edges[k + 1])) / last;
    }

    /// <summary>Where edge <paramref name="k"/> lies; edge 0 begins the lowest class.</summary>
    public double EdgePosition(int k) => Position(edges[k]);

    /// <summary>The number printed at an edge, or nothing where the class is open.</summary>
    public string? EdgeText(int k)
    {
        var value = k == 0 ? Classes[0].Lower : Classes[k - 1].Upper;
        var isOpen = double.IsInfinity(value) || (k == 0 && value <= 0 && IsLogarithmic);
        return isOpen ? null : Write(value);
    }

    /// <summary>The place of the class a value falls in; a value on an edge belongs to the higher class.</summary>
    public int ClassOf(double value) => Math.Max(0, Classes.Index().LastOrDefault(c => c.Item.Lower <= value).Index);

    /// <summary>The value halfway two others as the axis sees it: the geometric mean on a logarithmic one.</summary>
    public double Middle(double lower, double upper)
    {
        var (low, high) = (Math.Clamp(lower, edges[0], edges[^1]), Math.Clamp(upper, edges[0], edges[^1]));
        return IsLogarithmic ? Math.Sqrt(low * high) : (low + high) / 2;
    }

    public string Write(double value)
    {
        var number = Numbers == AxisNumbers.Percent ? value * 100 : value;
        return Significant(number) + (Numbers == AxisNumbers.Percent ? "%" : Unit.Length > 0 ? "\u00A0" + Unit : "");
    }

    /// <summary>The interval in words: 0,5–5%, &lt; 0,05% when open below, ≥ 50% when open above.</summary>
    public string Write(double lower, double upper) =>
        double.IsInfinity(upper) ? $"≥ {Write(lower)}"
        : lower <= 0 ? $"< {Write(upper)}"
        : Write(lower) == Write(upper) ? Write(lower)
        : $"{Write(lower)}–{Write(upper)}";

    private string Significant(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return number.ToString("0", culture);
        }

        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 12);
        var isExact = decimals == 0 && Math.Abs(number) < 1000;
        return number.ToString(isExact ? "0.#" : "#,0." + new string('#', decimals), culture);
    }

    private double[] FiniteEdges()
    {
        double[] found = [Classes[0].Lower, .. Classes.Select(c => c.Upper)];
        if (!IsLogarithmic)
        {
            found[^1] = double.IsFinite(found[^1]) ? found[^1] : 2 * found[^2] - (found.Length > 2 ? found[^3] : 0);
            return found;
        }

        found[0] = found[0] > 0 ? found[0] : found[1] / Step(found, 1);
        found[^1] = double.IsFinite(found[^1]) ? found[^1] : found[^2] * Step(found, found.Length - 3);
        return found;
    }

    private static double Step(double[] found, int k)
    {
        var step = k >= 1 && k + 1 < found.Length ? found[k + 1] / found[k] : 10;
        return double.IsFinite(step) && step > 1 ? step : 10;
    }

    private double Part(double value, double low, double high) =>
        IsLogarithmic ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);
}
