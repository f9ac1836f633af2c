using System.Text.Json;

namespace Weerbaar.Tests.Scenarios;

/// <summary>Scenarios as a client of the API sends them.</summary>
internal static class ScenarioRequests
{
    public static object Flood(string course = "De dijk breekt en de polder loopt vol.", string[]? restsOn = null, string marking = "Internal") => new
    {
        nature = "Hazard",
        title = new { nl = "Overstroming", en = "Flood" },
        context = new { nl = "Weken met hoog water.", en = "Weeks of high water." },
        course = new { nl = course, en = "The dyke breaches and the polder fills." },
        consequences = new[] { new { interest = "2", text = new { nl = "Duizenden doden.", en = "Thousands of deaths." } } },
        assumptions = new[] { new { text = new { nl = "Evacueren lukt deels.", en = "Evacuation succeeds in part." }, confidence = "Low" } },
        restsOn = restsOn ?? [],
        marking,
    };

    public static object Revision(string course, string reason = "Nieuwe cijfers") => new
    {
        nature = "Hazard",
        title = new { nl = "Overstroming", en = "Flood" },
        context = new { nl = "Weken met hoog water.", en = "Weeks of high water." },
        course = new { nl = course, en = "The dyke breaches and the polder fills." },
        consequences = new[] { new { interest = "2", text = new { nl = "Duizenden doden.", en = "Thousands of deaths." } } },
        assumptions = new[] { new { text = new { nl = "Evacueren lukt deels.", en = "Evacuation succeeds in part." }, confidence = "Low" } },
        reason,
    };

    public static Task<JsonElement> AddFloodAsync(this HttpClient client) => client.PostJsonAsync("/scenarios", Flood());
}
