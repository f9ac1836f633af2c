using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Reports.Document;

/// <summary>Numbers the sources of a report as they are mentioned: the same source has the same number everywhere.</summary>
public sealed class SourceNotes(string language)
{
    private readonly List<Citation> cited = [];

    public IReadOnlyList<ReportText> All => [.. cited.Select(Words)];

    /// <summary>Content in the language of the report or, where it has none, in the other one; with the sources it has.</summary>
    public ReportText Of(Text text, params Citation[] sources) => new(text.In(language), Other(text))
    {
        Sources = [.. sources.Where(s => !s.IsNone).Select(NumberOf).Distinct()],
    };

    private int NumberOf(Citation source)
    {
        var known = cited.IndexOf(source);
        if (known < 0)
        {
            cited.Add(source);
        }

        return known < 0 ? cited.Count : known + 1;
    }

    private ReportText Words(Citation source) => new(
        string.Join(", ", new[] { source.Document.In(language), source.Paragraph.In(language), source.Address }.Where(p => p.Length > 0)),
        Other(source.Document));

    private string? Other(Text text) => text.IsEmpty || text.LanguageIn(language) == language ? null : text.LanguageIn(language);
}
