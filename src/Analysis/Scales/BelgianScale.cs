using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>
/// The continuous scales of the Belgian National Risk Assessment 2023–2026: a scale value s stands for a return period, a probability or an amount.
/// Source: the assessment's published program, github.com/NCCN-CIPRA/cipra-bnra at 01be75b; facts only.
/// Scale values are finite and not negative; each scale names its highest. Class n is where s rounds to n.
/// </summary>
public static class BelgianScale
{
    private const double DaysPerMonth = 30.437;

    private static readonly double[] cp5 = [0, 0.001, 0.01, 0.1, 0.5, 0.9, 1];
    private static readonly double[] seven = [0, 0.0001, 0.1, 0.25, 0.4, 0.55, 0.75, 0.9, 1];
    private static readonly double[] m3 = [0, 0.01, 0.5, 0.9, 1];

    /// <summary>Return period on the five-point scale: 36 · 10^(4.5 − s) months. s up to 5.5.</summary>
    public static ReturnPeriod P5(double s) => new(3 * Math.Pow(10, 4.5 - Within(s, 5.5)));

    /// <summary>Return period on the seven-point scale: 12 · e^(12 − 2.3 s) months. s up to 7.5.</summary>
    public static ReturnPeriod P7(double s) => new(Math.Exp(12 - (2.3 * Within(s, 7.5))));

    /// <summary>The probability of at least one occurrence on a day.</summary>
    public static Probability Daily(ReturnPeriod period) => new ReturnPeriod(period.Months * DaysPerMonth).Within(1);

    /// <summary>Impact in euros on the seven-point scale, for <paramref name="indicators"/> indicators together. s up to 7.5. Jumps at s = 0.5 as published.</summary>
    public static double Impact7(double s, int indicators = 1) =>
        indicators * (Within(s, 7.5) > 0.5 ? Math.Exp((1.92 * (s - 0.5)) + 13.2) : s / 0.5 * 500_000);

    /// <summary>Direct impact in euros on the five-point scale: 1.6 million · 10^s above 0.5. s up to 5.5.</summary>
    public static double DirectImpact5(double s) => Within(s, 5.5) > 0.5 ? 1.6e6 * Math.Pow(10, s) : s / 0.5 * 5e6;

    /// <summary>Total impact in euros on the five-point scale: 800 million · 5^(s − 1) above 1. s up to 5.5.</summary>
    public static double TotalImpact5(double s) => Within(s, 5.5) > 1 ? 8e8 * Math.Pow(5, s - 1) : s * 8e8;

    /// <summary>Conditional probability, five points. s below 5.5.</summary>
    public static Probability Cp5(double s) => Along(cp5, s);

    /// <summary>Conditional probability, seven points. s below 7.5.</summary>
    public static Probability Cp7(double s) => Along(seven, s);

    /// <summary>Probability of an attack within three years by motivation, seven points. s below 7.5.</summary>
    public static Probability M7(double s) => Along(seven, s);

    /// <summary>Probability of an attack within three years by motivation, three points. s below 3.5.</summary>
    public static Probability M3(double s) => Along(m3, s);

    private static Probability Along(double[] bounds, double s)
    {
        var place = Within(s, bounds.Length - 1.5) + 0.5;
        var i = Math.Min((int)Math.Floor(place), bounds.Length - 2);
        return new(bounds[i] + ((bounds[i + 1] - bounds[i]) * (place - i)));
    }

    private static double Within(double s, double highest) => s >= 0 && s <= highest
        ? s
        : throw new ArgumentOutOfRangeException(nameof(s), s, $"A value on this scale lies between 0 and {highest}.");
}
