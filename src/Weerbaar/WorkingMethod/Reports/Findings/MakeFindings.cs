using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Decisions;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>Makes the findings report of a round, in the edition and language asked for, and says that it leaves.</summary>
public sealed class MakeFindings(
    ReadAs readAs, WeerbaarDb db, EditionCatalogue editions, OrganisationCatalogue organisations, Texts texts)
{
    /// <param name="roundId">A round the actor may see.</param>
    /// <param name="marking">The highest marking that may be in it, in words; without it that of the round.</param>
    /// <param name="language"><c>nl</c> or <c>en</c>; without it the language spoken here.</param>
    /// <param name="recipient">The organisation it is for; without it nothing is in it that is released to named organisations.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="NotThere">There is no such round for the actor.</exception>
    /// <exception cref="InvalidInput">It can't be in that edition.</exception>
    public async Task<ReportDocument> DocumentAsync(string roundId, string? marking, string? language, string? recipient, CancellationToken ct)
    {
        var round = await db.GetAsync<Round>(roundId, ct);
        var edition = new Edition(string.IsNullOrEmpty(marking) ? round.Marking : Edition.ReadMarking(marking), Edition.ReadLanguage(language));
        var findings = await FoundAsync(round, edition.Marking, recipient, ct);
        return edition.In(() => FindingsReport.Of(
            new(findings, texts, new SourceNotes(edition.Language), organisations, edition.Language, edition.Marking, recipient ?? "", db.Now)));
    }

    private Task<RoundFindings> FoundAsync(Round round, Marking edition, string? recipient, CancellationToken ct) =>
        readAs.MarkedAsync(edition, recipient, async reader =>
        {
            var mayBeIn = await reader.Set<Round>().AnyAsync(r => r.Id == round.Id, ct);
            new InputCheck().Require(mayBeIn, round.Marking > edition ? "marking" : "recipient", "reports.error.round-above").ThrowIfAny();
            return await RoundFindings.LoadAsync(reader, editions, new BasisCheck(reader, editions), round.Id, ct);
        });

    /// <summary>Says that a report of the round leaves, as what and labelled how. Whom it is for is chosen when its content was seen.</summary>
    public void Leaves(string roundId, ReportDocument document, string format) => db.Leaves(
        new(ExportedFile.OfReport, "round", roundId, $"{FileName(roundId, document)}.{format}")
        {
            Label = document.Marking,
            MadeFrom = JsonSerializer.Serialize(document with { Recipient = null }, ShownTexts.Json),
        });

    public static string FileName(string roundId, ReportDocument document) =>
        $"findings-{roundId}-{Edition.WordOf(document.Marking)}-{document.Language}";
}
