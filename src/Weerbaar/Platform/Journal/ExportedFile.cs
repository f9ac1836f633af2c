using System.Globalization;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>Something that leaves the program to be kept elsewhere: what it is, what it is filed under, and what may be in it.</summary>
/// <param name="Verb">As the journal calls it: <c>tables.export</c>.</param>
/// <param name="Kind">The kind of object it was made of.</param>
/// <param name="ObjectId">That object, or the name of the table.</param>
/// <param name="File">The name of the file, or what else tells which it was.</param>
/// <param name="Marking">The highest marking that may be in it: who may read the entry.</param>
public sealed record ExportedFile(string Verb, string Kind, string ObjectId, string File, Marking Marking)
{
    public const string OfTable = "tables.export";
    public const string OfAssessment = "assessment.export";
    public const string OfReport = "reports.download";

    /// <summary>The marking it is labelled with, which it then has whatever is in it.</summary>
    public Marking? Label { get; init; }

    /// <summary>What it is made from, where making it twice gives other bytes.</summary>
    public string? MadeFrom { get; init; }

    public static ExportedFile Table(string name, string file, int rows, Marking marking) =>
        new(OfTable, "table", name, string.Create(CultureInfo.InvariantCulture, $"{file} ({rows})"), marking);

    /// <summary>A picture, table or sample made of a round, as far as the actor may see it.</summary>
    public static ExportedFile OfRound(WeerbaarDb db, string roundId, string file) => new(OfAssessment, "round", roundId, file, db.Actor.Clearance);
}

/// <summary>The one way in which exports come into the journal; a test looks that everything that sends a file uses it.</summary>
public static class ExportJournal
{
    /// <summary>
    /// Says that something leaves. In answer to a request it is weighed before it goes, and journalled when it does
    /// (<see cref="Leaving.DepartureDesk"/>); at the console it goes, and is journalled at once.
    /// </summary>
    public static Task RecordExportAsync(this WeerbaarDb db, ExportedFile file, CancellationToken ct)
    {
        if (db.Seen is not { } seen)
        {
            return db.RecordAsync(new Change(file.Verb, file.File), file.Kind, file.ObjectId, file.Marking, ct);
        }

        seen.Leaves(file);
        return Task.CompletedTask;
    }
}
