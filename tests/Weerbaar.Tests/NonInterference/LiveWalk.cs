using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Assessment;
using Weerbaar.Tests.Live;

namespace Weerbaar.Tests.NonInterference;

/// <summary>
/// Listens in both worlds while what everybody may see changes in both, and besides what is hidden in one. All that is told
/// is compared, in its order: kind, id, the other id, verb and who. Not compared is the place in the journal that goes with
/// it: it says how far the journal is, which is further where more happened, and is sealed for that reason, so that it
/// differs at random in any case; that it is as long in both is. Nor is compared how many messages come in one event: that
/// goes by the clock.
/// </summary>
internal sealed class LiveWalk(TwoWorlds worlds, string stream = "/live")
{
    private readonly HttpClient with = Walk.Client(worlds.With, worlds.Cookies["cleared"]);
    private readonly HttpClient without = Walk.Client(worlds.Without, worlds.Cookies["cleared"]);

    /// <summary>What the last of the changes in both worlds is about, by which a listener knows that all was told.</summary>
    private string Last => worlds.Open.Ids["product"];

    /// <summary>For each of some readers what they were told in the one world and in the other: while they listened, and when they came back.</summary>
    public async Task<IReadOnlyList<(string Reader, IReadOnlyList<string> With, IReadOnlyList<string> Without)>> ListenAsync(params string[] readers)
    {
        var clients = readers.SelectMany(r => new[] { Walk.Client(worlds.With, worlds.Cookies[r]), Walk.Client(worlds.Without, worlds.Cookies[r]) }).ToList();
        var places = await Task.WhenAll(clients.Select(c => LiveBrowser.PlaceOfAsync(c)));
        var listening = await Task.WhenAll(clients.Select(c => LiveBrowser.OpenAsync(c, stream: stream)));
        await ChangeAsync();
        var told = await Task.WhenAll(listening.Select(ToldAsync));
        var missed = await Task.WhenAll(clients.Zip(places, async (c, place) => await ToldAsync(await LiveBrowser.OpenAsync(c, place, stream: stream))));
        var all = told.Zip(missed, (one, other) => (IReadOnlyList<string>)[.. one, "and missed", .. other]).ToList();
        return [.. readers.Select((r, number) => (r, all[number * 2], all[(number * 2) + 1]))];
    }

    private async Task<IReadOnlyList<string>> ToldAsync(LiveBrowser browser)
    {
        using (browser)
        {
            var told = await browser.UntilAsync(Last);
            return [.. told.Select(t => t.ToString()), $"a place of {browser.Position.Length} characters"];
        }
    }

    private async Task ChangeAsync()
    {
        await AddHiddenAsync();
        await MarkAsync(worlds.Open.Ids["threat"], with, without);
        await JudgeHiddenAsync();
        await MarkAsync(worlds.Open.Ids["scenario"], with, without);
        await OpenInEmergencyAsync();
        await MarkAsync(Last, with, without);
    }

    /// <summary>Something that rests on what everybody sees, and a change of what was hidden already.</summary>
    private async Task AddHiddenAsync()
    {
        var words = new { nl = $"{TwoWorlds.Secret} erbij", en = "" };
        await with.PostJsonAsync("/threats", new { title = words, restsOn = new[] { worlds.Open.Ids["threat"] }, marking = "DepartmentalConfidential" });
        await MarkAsync(worlds.Unseen[0], with);
    }

    /// <summary>Judgements of a scenario that everybody sees, in a round that they do not.</summary>
    private async Task JudgeHiddenAsync()
    {
        var scenario = worlds.Open.Ids["scenario"];
        var round = await with.PostJsonAsync("/rounds", new { title = new { nl = TwoWorlds.Secret, en = "" }, editionId = "nl-2009", scenarioIds = new[] { scenario }, marking = "DepartmentalConfidential" });
        await with.JudgeAllAsync(round.Text("id"), scenario, "B");
    }

    /// <summary>Somebody else opens what is hidden, and it is ended.</summary>
    private Task OpenInEmergencyAsync() => worlds.With.AsConsoleAsync(async (db, services) =>
    {
        var (now, somebody) = (DateTimeOffset.UtcNow, new Actor("somebody", TwoWorlds.Secret, new HashSet<Permission> { Permission.Read }, Marking.Public));
        var opening = new EmergencyOpening(services.GetRequiredService<Ids>().Next(), worlds.Unseen[1], somebody, TwoWorlds.Secret, now, TimeSpan.FromHours(4));
        db.Add(opening);
        await db.SaveAsync(new Change("emergency.open"), CancellationToken.None);
        opening.End(TwoWorlds.Secret, now.AddMinutes(1));
        await db.SaveAsync(new Change("emergency.end"), CancellationToken.None);
        return true;
    });

    /// <summary>Marks something as it is marked.</summary>
    private static async Task MarkAsync(string id, params HttpClient[] clients)
    {
        foreach (var client in clients)
        {
            var now = await client.GetJsonAsync($"/objects/{id}/marking");
            using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = now.Text("marking"), reason = "Nog eens" }, now.GetProperty("version").GetInt64());
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
    }
}
