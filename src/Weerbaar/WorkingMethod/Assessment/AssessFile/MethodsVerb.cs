using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary><c>weerbaar methods</c>: the method editions there are, and how much of each was checked.</summary>
public static class MethodsVerb
{
    private const string Description = """
        List the method editions, and how many parts of each were checked against a publication.

        Example: weerbaar methods --json
        """;

    private static readonly string[] head = ["Edition", "Title", "Version", "Criteria", "Checked parts", "Weights"];

    private static readonly JsonSerializerOptions layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="methodsFolder">Where the method editions are.</param>
    public static Command Verb(string methodsFolder)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var verb = new Command("methods", Description) { json };
        verb.SetAction(call => call.InvocationConfiguration.Output.WriteLine(Answer(call.GetValue(json), EditionCatalogue.Load(methodsFolder))));
        return verb;
    }

    public static string Answer(bool json, EditionCatalogue editions) => json
        ? JsonSerializer.Serialize(new { methods = editions.All.Select(Entry) }, layout)
        : TextTable.Of(head, [.. editions.All.Select(e => Row(e.Edition))], 3, 4);

    private static object Entry(LoadedEdition loaded) => new
    {
        id = loaded.Edition.Id,
        title = loaded.Edition.Title,
        version = loaded.Edition.Version,
        sha256 = loaded.Sha256,
        criteria = loaded.Edition.Criteria.Select(c => c.Id),
        weights = Weights(loaded.Edition),
        unverified = loaded.Edition.Unverified.Select(p => p.Part),
    };

    private static string[] Row(MethodEdition edition) =>
    [
        edition.Id, edition.Title.En, edition.Version.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        edition.Criteria.Count.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{edition.Parts.Count(p => p.Provenance.Verified)} of {edition.Parts.Count()}"),
        edition.Overall.Weighs ? string.Join(", ", Weights(edition)) : "play no part",
    ];

    private static IEnumerable<string> Weights(MethodEdition edition) =>
        edition.Overall.Weighs ? CriterionWeights.Ids(edition) : [];
}
