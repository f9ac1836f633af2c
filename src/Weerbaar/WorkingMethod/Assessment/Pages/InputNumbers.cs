using System.Globalization;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Amounts as people type them: a comma or a point for the fraction, spaces between thousands if they like.</summary>
internal static class InputNumbers
{
    /// <exception cref="InvalidInput">It is no number; a thousands sign is refused, for it means two things in two languages.</exception>
    public static double Read(string axis, string typed) =>
        double.TryParse(
            string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new InvalidInput($"amounts[{axis}]", "site.invalid.number");

    public static string Write(double number) => number.ToString("0.###############", CultureInfo.CurrentCulture);
}
