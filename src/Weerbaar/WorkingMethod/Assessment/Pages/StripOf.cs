using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

internal static class StripOf
{
    /// <summary>The strip of one scenario; a likelihood its edition can't read is left open.</summary>
    public static JudgementStrip Row(RoundSheet sheet, SheetRow row, string current)
    {
        var edition = sheet.Edition.Edition;
        try
        {
            var likely = row.Assessed?.Likelihood is { } range ? LikelihoodText.Read(range, edition.Likelihood, row.Scenario.Nature).Class : null;
            return new(edition, sheet.Round, row, likely, current);
        }
        catch (InvalidInput)
        {
            return new(edition, sheet.Round, row, null, current);
        }
    }
}
