using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Capabilities;
using Weerbaar.WorkingMethod.Cycle;
using Weerbaar.WorkingMethod.Decisions;
using Weerbaar.WorkingMethod.Measures;
using Weerbaar.WorkingMethod.Scenarios;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Platform;

/// <summary>A public thread from threat to measure in which every object also rests on one that was marked confidential later.</summary>
internal sealed record ThreadWithUnseen(IReadOnlyDictionary<string, string> Open, IReadOnlyList<string> Unseen, string Criterion)
{
    /// <summary>Stands in every text of what is confidential now.</summary>
    public const string Secret = "Qzwart";

    /// <summary>How each kind is read and edited over the API: the addresses, and what the edit takes.</summary>
    public static readonly IReadOnlyDictionary<string, (string Get, string Put, Type Request)> Edits = new Dictionary<string, (string, string, Type)>
    {
        ["threat"] = ("/threats/{0}", "/threats/{0}", typeof(EditThreat.Request)),
        ["scenario"] = ("/scenarios/{0}", "/scenarios/{0}/rests-on", typeof(LinkScenario.Request)),
        ["round"] = ("/rounds/{0}", "/rounds/{0}", typeof(ChangeRound.Request)),
        ["advice"] = ("/advices/{0}", "/advices/{0}", typeof(EditAdvice.Request)),
        ["decision"] = ("/decisions/{0}", "/decisions/{0}", typeof(EditDecision.Request)),
        ["measure"] = ("/measures/{0}", "/measures/{0}", typeof(EditMeasure.Request)),
        ["product"] = ("/products/{0}", "/products/{0}", typeof(ChangeProduct.Request)),
    };

    public static async Task<ThreadWithUnseen> MakeAsync(TestSite site)
    {
        var client = await site.SignInAsync(Role.Coordinator);
        var criterion = (await client.GetJsonAsync("/method-editions")).GetProperty("items").EnumerateArray()
            .First(e => e.Text("id") == "nl-2009").GetProperty("criteria")[0].GetString()!;
        var unseen = new Dictionary<string, string>();
        var open = new Dictionary<string, string>();
        await FillAsync(client, unseen, [], Secret, criterion);
        await FillAsync(client, open, unseen, "Voorbeeld", criterion);
        foreach (var kind in Edits.Keys)
        {
            await EditAsync(client, kind, open[kind], body => body["restsOn"] = new JsonArray([.. body["restsOn"]!.AsArray().Reverse().Select(id => id!.DeepClone())]));
        }

        await JudgeAsync(client, open["round"], unseen["scenario"], criterion, Secret, version: 1);
        foreach (var id in unseen.Values)
        {
            await site.AsConsoleAsync((db, services) => MarkAsync(db, services.GetRequiredService<ObjectKinds>(), id));
        }

        return new(open, [.. unseen.Values], criterion);
    }

    /// <summary>Sends an object back as it was read, with a change.</summary>
    public static async Task<HttpResponseMessage> EditAsync(HttpClient client, string kind, string id, Action<JsonObject>? change = null)
    {
        var (get, put, request) = Edits[kind];
        var answer = JsonNode.Parse((await client.GetJsonAsync(string.Format(null, get, id))).GetRawText())!.AsObject();
        var view = answer[kind]?.AsObject() ?? answer;
        var body = new JsonObject(request.GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .Where(view.ContainsKey).Select(name => KeyValuePair.Create(name, view[name]?.DeepClone()))) { ["reason"] = "Nagekeken" };
        if (kind == "round")
        {
            body["scenarioIds"] = new JsonArray([.. answer["scenarios"]!.AsArray().Select(s => s!["scenarioId"]!.DeepClone())]);
        }

        change?.Invoke(body);
        return await client.SendJsonAsync(HttpMethod.Put, string.Format(null, put, id), body, view["version"]!.GetValue<long>());
    }

    private static async Task FillAsync(HttpClient client, Dictionary<string, string> made, Dictionary<string, string> others, string words, string criterion)
    {
        string[] On(params string[] kinds) => [.. kinds.SelectMany(k => new[] { others.GetValueOrDefault(k), made.GetValueOrDefault(k) }).OfType<string>()];
        object Titled(string what) => new { nl = $"{words} {what} zo", en = $"{words} {what} so" };
        async Task AddAsync(string kind, string path, object body) => made[kind] = (await client.PostJsonAsync(path, body)).Text("id");

        await AddAsync("threat", "/threats", new { title = Titled("dreiging"), restsOn = On("threat"), marking = "Public" });
        await AddAsync("scenario", "/scenarios", new { nature = "Hazard", title = Titled("scenario"), context = Titled("context"), course = Titled("verloop"), restsOn = On("threat"), marking = "Public" });
        await AddAsync("round", "/rounds", new { title = Titled("ronde"), editionId = "nl-2009", scenarioIds = On("scenario"), restsOn = On("threat"), marking = "Public" });
        foreach (var scenario in On("scenario"))
        {
            await JudgeAsync(client, made["round"], scenario, criterion, scenario == made["scenario"] ? words : Secret, version: 0);
        }

        await AddAsync("advice", "/advices", new { adviceKind = "Advice", title = Titled("advies"), restsOn = On("scenario", "round"), marking = "Public" });
        await AddAsync("decision", "/decisions", new { title = Titled("besluit"), date = "2026-07-03", body = Titled("kabinet"), adopts = On("advice"), basis = On("round")[0], restsOn = On("scenario"), marking = "Public" });
        await AddAsync("measure", "/measures", new { title = Titled("maatregel"), restsOn = On("decision", "advice"), marking = "Public" });
        await AddAsync("product", "/products", new { productKind = "RiskAssessment", title = Titled("product"), due = "2026-12-01", restsOn = On("round", "measure"), marking = "Public" });
    }

    private static async Task JudgeAsync(HttpClient client, string round, string scenario, string criterion, string words, long version)
    {
        var (at, range, note) = ($"/rounds/{round}/scenarios/{scenario}", new { lower = "C", best = "C", upper = "D" }, new { nl = words, en = $"{words} {version}" });
        await PutAsync(client, $"{at}/likelihood", new { range, note }, version == 0 ? 0 : 2);
        await PutAsync(client, $"{at}/overall", new { range, note }, version == 0 ? 1 : 3);
        await PutAsync(client, $"{at}/judgements/{criterion}", new { range.lower, range.best, range.upper, reason = note }, version);
    }

    private static async Task PutAsync(HttpClient client, string path, object body, long version)
    {
        var answer = await client.SendJsonAsync(HttpMethod.Put, path, body, version);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<bool> MarkAsync(WeerbaarDb db, ObjectKinds kinds, string id)
    {
        var found = await kinds[(await IndexedOrNotThere.GetAsync(db, id, CancellationToken.None)).Kind].GetAsync(db, id, CancellationToken.None);
        var request = new MarkObject.Request { Marking = Marking.DepartmentalConfidential, Reason = "Bevat bronnen" };
        await MarkObject.HandleAsync(id, found.Version, request, db, kinds, OrganisationCatalogue.Shipped, TimeProvider.System, CancellationToken.None);
        return true;
    }
}
