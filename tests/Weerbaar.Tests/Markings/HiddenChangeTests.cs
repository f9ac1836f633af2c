using System.Net;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Markings;

/// <summary>A change that lies in a passage, or in a link to something hidden, is one for who may read that; for anybody else nothing happened.</summary>
public sealed class HiddenChangeTests
{
    private const string Written = "Begin [[DEPV 5.1.2.b: een]] midden [[INT 5.1.2.h: twee]] eind";

    [Theory, OnEveryDatabase]
    public async Task It_raises_the_version_and_is_in_the_history_of_who_may_read_it_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var cleared = await site.SignInAsync(Role.Coordinator);
        using var within = await site.SignInAsync(Role.Coordinator, Marking.Internal);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await cleared.AddThreatAsync("Dreiging", "Public", Written);
        async Task<(string, int)> SeesAsync(HttpClient client)
        {
            using var answer = await client.GetAsync($"/api/v1/threats/{id}");
            return (answer.Headers.ETag!.Tag, (await client.GetJsonAsync($"/objects/{id}/history")).GetProperty("items").EnumerateArray().Sum(e => e.GetProperty("count").GetInt32()));
        }

        (await cleared.EditSummaryAsync(id, s => s.Replace("een]]", "anders]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();
        (await SeesAsync(cleared), await SeesAsync(within), await SeesAsync(reader)).ShouldBe((("\"2\"", 2), ("\"1\"", 1), ("\"1\"", 1)));

        (await within.EditSummaryAsync(id, s => s.Replace("twee]]", "drie]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();
        (await SeesAsync(cleared), await SeesAsync(within), await SeesAsync(reader)).ShouldBe((("\"3\"", 3), ("\"2\"", 2), ("\"1\"", 1)));

        (await cleared.EditSummaryAsync(id, s => s.Replace("eind", "slot", StringComparison.Ordinal))).EnsureSuccessStatusCode();
        (await SeesAsync(cleared), await SeesAsync(within), await SeesAsync(reader)).ShouldBe((("\"4\"", 4), ("\"3\"", 3), ("\"2\"", 2)));
        (await within.GetStringAsync($"/api/v1/journal?objectId={id}")).ShouldNotContain(HiddenChanges.Column);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_it_saves_what_they_began_and_it_is_kept_but_who_may_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var colleague = await site.SignInAsync(Role.Analyst);
        using var below = await site.SignInAsync(Role.Analyst, Marking.Public);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", Written);
        var (began, same) = ((await below.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl"), (await colleague.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl"));
        (await analyst.EditSummaryAsync(id, s => s.Replace("een]]", "anders]]", StringComparison.Ordinal))).EnsureSuccessStatusCode();

        (await PutAsync(colleague, id, same + "!", 1)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PutAsync(below, id, began + "?", 1)).ShouldBe(HttpStatusCode.OK);
        (await PutAsync(below, id, began + "!", 1)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl").ShouldBe("Begin [[DEPV 5.1.2.b #1: anders]] midden [[INT 5.1.2.h #2: twee]] eind?");
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_to_something_hidden_is_one_too(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        using var below = await site.SignInAsync(Role.Analyst, Marking.Public);
        var (id, open, hidden) = (await analyst.AddThreatAsync("Dreiging", "Public"), await analyst.AddThreatAsync("Open", "Public"), await analyst.AddThreatAsync("Verborgen", "Internal"));
        async Task<string> RestsOnAsync(params string[] others)
        {
            using var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", Body("", others), (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("version").GetInt64());
            answer.EnsureSuccessStatusCode();
            return $"{(await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("version")} {(await reader.GetJsonAsync($"/threats/{id}")).GetProperty("version")}";
        }

        (await RestsOnAsync(hidden)).ShouldBe("2 1");
        (await RestsOnAsync(open)).ShouldBe("3 2");
        (await PutAsync(below, id, "Meer", 2)).ShouldBe(HttpStatusCode.OK);
        (await RestsOnAsync(hidden, open)).ShouldBe("5 4");
        (await PutAsync(below, id, "Nog meer", 4)).ShouldBe(HttpStatusCode.OK);
        (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("restsOn").EnumerateArray().Select(r => r.GetString()).ShouldBe([hidden], "Who did not see it keeps it.");
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string id, string summary, long version)
    {
        using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", Body(summary, []), version);
        return answer.StatusCode;
    }

    private static object Body(string summary, string[] restsOn) => new
    {
        threatKind = "Threat", title = new { nl = "Dreiging", en = "Dreiging" }, summary = new { nl = summary, en = "" }, incidentCategories = Array.Empty<object>(), restsOn, reason = "Nagekeken",
    };
}
