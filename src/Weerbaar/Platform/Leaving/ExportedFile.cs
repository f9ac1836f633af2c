using System.Globalization;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Leaving;

/// <summary>Something that leaves the program to be kept elsewhere: what it is, and what it is filed under.</summary>
/// <param name="Verb">As the journal calls it: <c>tables.export</c>.</param>
/// <param name="Kind">The kind of object it was made of.</param>
/// <param name="ObjectId">That object, or the name of the table.</param>
/// <param name="File">The name of the file, or what else tells which it was.</param>
public sealed record ExportedFile(string Verb, string Kind, string ObjectId, string File)
{
    public const string OfTable = "tables.export";
    public const string OfAssessment = "assessment.export";
    public const string OfReport = "reports.download";

    /// <summary>The verb of a look at what would leave.</summary>
    public const string Previewed = "read.preview";

    /// <summary>What one must be allowed to do to read what it is made of.</summary>
    public Permission Needs { get; init; } = Permission.Read;

    /// <summary>The marking it is labelled with, which it then has whatever is in it.</summary>
    public Marking? Label { get; init; }

    /// <summary>What it is made from, where making it twice gives other bytes.</summary>
    public string? MadeFrom { get; init; }

    /// <summary>What of it was chosen, in words; empty where it is all of it.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>How many entries of the journal it holds of each marking; null where it is made of objects.</summary>
    public IReadOnlyDictionary<Marking, int>? Entries { get; init; }

    public static ExportedFile Table(string name, string file, int rows) =>
        new(OfTable, "table", name, string.Create(CultureInfo.InvariantCulture, $"{file} ({rows})"));

    /// <summary>A picture, table or sample made of a round, as far as the actor may see it.</summary>
    public static ExportedFile OfRound(string roundId, string file) => new(OfAssessment, "round", roundId, file);
}
