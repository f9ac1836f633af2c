using System.CommandLine.Parsing;
using System.Globalization;

namespace Weerbaar.Platform.CommandLine;

/// <summary>A number that stands after an option. A comma is no point, nor is it left out as one between thousands: 0,1 would become 1.</summary>
internal static class PlainNumber
{
    public static double Read(ArgumentResult option)
    {
        var text = option.Tokens.Count > 0 ? option.Tokens[0].Value : "";
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            option.AddError($"'{text}' is no number. Write it with a point, such as 0.001.");
        }

        return number;
    }
}
