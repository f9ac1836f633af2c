using System.Net;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Tests.Markings;

/// <summary>A passage may end on a day, and the marking page says who set it, when and why.</summary>
public sealed class PassageTermTests
{
    private const string Secret = "Qzwart";

    private static readonly DateOnly day = new(2030, 1, 1);

    [Theory]
    [InlineData("[[DEPV 5.1.2.h tot 2030-01-01: woorden]]")]
    [InlineData("[[DEPV 5.1.2.h until 2030-01-01 #3: woorden]]")]
    public void The_day_it_ends_stands_after_the_ground(string written) => Passages.In(written).ShouldHaveSingleItem().Until.ShouldBe(day);

    [Fact]
    public void Until_that_day_it_is_withheld_and_from_then_on_its_words_stand_open()
    {
        const string text = $"Begin [[DEPV 5.1.2.h tot 2030-01-01 #1: {Secret}]] eind";

        Passages.Shown(text, Marking.Public, day.AddDays(-1), "nl").ShouldBe("Begin [Passage gelakt #1 — Woo art. 5.1 lid 2 h] eind");
        Passages.Shown(text, Marking.Public, day, "nl").ShouldBe($"Begin {Secret} eind");
        Passages.Shown(text, Marking.DepartmentalConfidential, day, "nl").ShouldBe($"Begin {Secret} eind");
    }

    [Theory]
    [InlineData("[[DEPV 5.1.2.h tot 2030-13-01: woorden]]", "die niet klopt")]
    [InlineData("[[DEPV 5.1.2.h tot morgen: woorden]]", "die niet klopt")]
    [InlineData("[[DEPV 5.1.2.h tot 2020-01-01: woorden]]", "die dag is vandaag of al geweest")]
    public async Task A_day_that_is_none_or_is_past_is_refused_in_words(string written, string says)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync("Dreiging", "Public");

        using var answer = await analyst.EditSummaryAsync(id, _ => written);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    [Theory, OnEveryDatabase]
    public async Task It_falls_at_midnight_everywhere_and_who_edits_then_keeps_its_words(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var low = await site.SignInAsync(Role.Analyst, Marking.Public);
        var ends = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(2);
        var id = await analyst.AddThreatAsync("Dreiging", "Public", $"Begin [[DEPV 5.1.2.h tot {ends:yyyy-MM-dd}: {Secret}]] eind");
        foreach (var path in new[] { $"/threats/{id}", $"/history/{id}", $"/api/v1/threats/{id}" })
        {
            (await low.GetStringAsync(path)).ShouldNotContain(Secret, customMessage: path);
        }

        var marking = await analyst.PageAsync($"/marking/{id}");
        marking.MainText().ShouldContain(Secret);
        marking.MainText().ShouldContain("door A Analyst");
        (await low.GetStringAsync($"/marking/{id}")).ShouldNotContain(Secret);

        clock.Move(TimeSpan.FromDays(3));
        using var later = await site.SignInAsync(Role.Analyst, Marking.Public);
        foreach (var path in new[] { $"/threats/{id}", $"/api/v1/threats/{id}" })
        {
            (await later.GetStringAsync(path)).ShouldContain(Secret, customMessage: path);
        }

        (await later.EditSummaryAsync(id, s => s + " verder")).EnsureSuccessStatusCode();
        (await later.GetJsonAsync($"/threats/{id}")).GetProperty("summary").Text("nl").ShouldBe($"Begin {Secret} eind verder");
    }
}
