using System.Globalization;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>What every part of a findings report is written with: the findings, the words, and the notes it fills.</summary>
/// <param name="Recipient">The organisation it is for, by its code; empty when it is for nobody in particular.</param>
public sealed record FindingsPaper(
    RoundFindings Findings, Texts T, SourceNotes Notes, OrganisationCatalogue Organisations, string Language, Marking Marking, string Recipient, DateTimeOffset MadeAt)
{
    public string In(Words words) => words.In(Language);

    public ReportText Say(Text text, params Citation[] sources) => Notes.Of(text, sources);

    public string Names(IEnumerable<string> organisations) => string.Join(", ", organisations.Select(o => Organisations.NameOf(o).In(Language)));

    /// <summary>The titles of what something rests on, as far as the reader may see them.</summary>
    public string TitlesOf(IEnumerable<string> ids) =>
        string.Join("; ", ids.Select(id => Findings.Objects.GetValueOrDefault(id)?.Title.In(Language)).OfType<string>());

    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A text block where there is something to say, nothing where there isn't.</summary>
    public IEnumerable<ReportBlock> Prose(string labelKey, Text text) =>
        text.IsEmpty ? [] : [new ReportParagraph(Say(text), T[labelKey])];

    public IEnumerable<ReportBlock> Listed(string labelKey, IEnumerable<ReportText> items) =>
        items.ToList() is { Count: > 0 } list ? [new ReportList(list, T[labelKey])] : [];
}
