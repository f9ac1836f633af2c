using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;

namespace Weerbaar.Tests.ApiClients;

/// <summary>Keys as an administrator makes them, and programs that use them.</summary>
internal static class Programs
{
    public static readonly DateOnly Soon = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);

    public static Task<HttpResponseMessage> ThreatOf(HttpClient program) =>
        program.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "Dreiging", en = "Threat" } });

    public static Task<string> ReasonAsync(TestSite site) => site.AsConsoleAsync((db, _) =>
        db.Journal.Where(e => e.Verb == "access.refused").OrderByDescending(e => e.Seq).Select(e => e.Reason).FirstAsync());

    public static Dictionary<string, object?> Request(string[]? permissions = null, string clearance = "Public", DateOnly? until = null, string? owner = null) => new()
    {
        ["name"] = "Dashboard", ["ownerId"] = owner, ["permissions"] = permissions ?? [], ["clearance"] = clearance, ["until"] = until ?? Soon,
    };

    public static async Task<string> KeyAsync(HttpClient administrator, string[]? permissions = null, string clearance = "Public") =>
        (await administrator.PostJsonAsync("/api-clients", Request(permissions, clearance))).Text("key");

    public static HttpClient With(TestSite site, string key) => new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = site.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };
}
