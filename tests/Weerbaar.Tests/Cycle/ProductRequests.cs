using System.Text.Json;

namespace Weerbaar.Tests.Cycle;

/// <summary>Products as a client of the API writes them.</summary>
internal static class ProductRequests
{
    public static object Scan(string? due = null, string title = "Horizonscan", string lead = "JenV", string marking = "Internal", string[]? restsOn = null) => new
    {
        productKind = "HorizonScan",
        title = new { nl = title, en = title },
        due,
        cadence = new { nl = "Twee keer per jaar", en = "Twice a year" },
        lead,
        marking,
        restsOn = restsOn ?? [],
    };

    public static object Change(string? due, string title = "Horizonscan", string reason = "") => new
    {
        productKind = "HorizonScan",
        title = new { nl = title, en = title },
        due,
        lead = "JenV",
        restsOn = Array.Empty<string>(),
        reason,
    };

    public static Task<JsonElement> PlanAsync(this HttpClient client, string? due = null, string title = "Horizonscan", string marking = "Internal") =>
        client.PostJsonAsync("/products", Scan(due, title, marking: marking));

    /// <summary>A day as the API writes it, so many days from today.</summary>
    public static string Day(int fromNow) =>
        DateOnly.FromDateTime(DateTime.Now).AddDays(fromNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
