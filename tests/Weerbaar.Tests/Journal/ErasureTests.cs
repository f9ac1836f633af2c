using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Rules;
using Weerbaar.Tests.Access;
using Weerbaar.Tests.ApiClients;
using Weerbaar.Tests.Markings;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.Tests.Journal;

/// <summary>What the journal says of persons can be made unreadable, and content whose time is over removed; the chain holds.</summary>
public sealed class ErasureTests
{
    [Theory, OnEveryDatabase]
    public async Task An_erased_person_can_not_be_read_from_the_journal_and_the_chain_holds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "" } });
        await analyst.GetJsonAsync("/search?q=buurman");
        var id = await BlockAsync(site, "A Analyst");

        await site.AsConsoleAsync((db, _) => ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None));

        var all = await site.AsConsoleAsync(async (db, _) => await OpenedEntries.OfAsync(db, await db.Journal.AsNoTracking().ToListAsync(), CancellationToken.None));
        var text = string.Join('\n', all.Select(e => $"{e.ActorName} {e.Reason} {e.Before} {e.After}"));
        text.ShouldNotContain("A Analyst");
        text.ShouldNotContain("buurman");
        text.ShouldNotContain($"{id}@example.org");
        all.Single(e => e.Verb == "threats.add").ActorName.ShouldBe(new Weerbaar.Platform.Site.Texts()["journal.erased"]);
        (await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task An_erased_person_is_named_in_no_row_also_not_by_a_name_of_before(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var id = (await coordinator.GetJsonAsync("/me")).Text("id");
        var scenario = (await coordinator.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = "Storm", en = "" }, marking = "Public" })).Text("id");
        await coordinator.MarkAsync(scenario, 1, new { marking = "DepartmentalConfidential", reason = "Toch" });
        await OpenAsync(site, scenario, id, "A Coordinator", by: "Another");
        await RenameAsync(site, id, "Zeldzame Naam");
        await OpenAsync(site, scenario, "other", "Another", by: "Zeldzame Naam");
        (await NamedAsync(site, "A Coordinator")).ShouldBe(["emergency_opening.person_name", "scenario.marked_by", "scenario_version.author"]);
        (await NamedAsync(site, "Zeldzame Naam")).ShouldBe(["emergency_opening.checked_by", "emergency_opening.ended_by", "person.name"]);
        await BlockAsync(site, "Zeldzame Naam");

        await site.AsConsoleAsync((db, _) => ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None));

        (await NamedAsync(site, "A Coordinator")).ShouldBeEmpty();
        (await NamedAsync(site, "Zeldzame Naam")).ShouldBeEmpty();
        (await NamedAsync(site, "Another")).ShouldBe(["emergency_opening.checked_by", "emergency_opening.ended_by", "emergency_opening.person_name", "journal_entry.after"]);
        (await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Why_somebody_has_a_role_what_they_are_called_at_work_and_their_programs_are_erased_with_them(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var (id, other) = (await analyst.IdAsync(), await site.EmailOfAsync(await administrator.IdAsync()));
        var role = await administrator.PostJsonAsync("/role-assignments", new { personId = id, role = "Reviewer", reason = "Qziek geweest" });
        await administrator.PostJsonAsync($"/role-assignments/{role.Text("id")}/end", new { reason = "Qbeter" }, 1);
        var key = (await administrator.PostJsonAsync("/api-clients", new { name = "Qprogramma", ownerId = id, permissions = new[] { "WriteThreats" }, clearance = "Internal", until = GiveRoleTests.Day(9) })).Text("key");
        await analyst.PostJsonAsync("/delegations", new { assignmentId = $"{id}-role", email = other, until = GiveRoleTests.Day(7), reason = "Qverlof" });
        await administrator.PostJsonAsync("/functions", new { personId = id, organisation = "DEF", name = "Qadviseur", from = "2026-01-01" });
        using (var program = Programs.With(site, key))
        {
            (await Programs.ThreatOf(program)).EnsureSuccessStatusCode();
        }

        string[] said = ["Qziek", "Qbeter", "Qadviseur", "Qprogramma", "Qverlof"];
        var before = await TextAsync(site);
        said.ShouldAllBe(word => before.Contains(word));

        await BlockAndEraseAsync(site, id);

        var after = await TextAsync(site);
        said.Where(after.Contains).ShouldBeEmpty();
        (await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_that_somebody_else_bears_too_goes_where_it_is_known_whose_it_is(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var namesake = await site.SignInAsync(Role.Coordinator);
        var (id, other) = ((await coordinator.GetJsonAsync("/me")).Text("id"), (await namesake.GetJsonAsync("/me")).Text("id"));
        var scenario = (await namesake.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = "Storm", en = "" }, marking = "Public" })).Text("id");
        await OpenAsync(site, scenario, id, "A Coordinator", by: "Another");
        await OpenAsync(site, scenario, other, "A Coordinator", by: "Another");
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
            await db.SaveAsync(new("access.edit-person"), CancellationToken.None);
            return true;
        });

        await site.AsConsoleAsync((db, _) => ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None));

        var left = await site.AsConsoleAsync(async (db, _) => (
            Opened: await db.Set<EmergencyOpening>().Where(o => o.PersonName == "A Coordinator").Select(o => o.PersonId).ToListAsync(),
            Authors: await db.Set<ScenarioVersion>().Select(v => v.Author).ToListAsync()));
        left.Opened.ShouldBe([other]);
        left.Authors.ShouldBe(["A Coordinator"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_that_two_people_have_is_erased_with_either(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var namesake = await site.SignInAsync(Role.Analyst);
        var id = await analyst.AddThreatAsync("Dreiging", "Public");
        await coordinator.MarkAsync(id, 1, new { marking = "Internal", reason = "Toch intern" });
        (await MarkedByAsync()).ShouldContain("A Analyst");

        await BlockAndEraseAsync(site, await namesake.IdAsync());

        (await MarkedByAsync()).ShouldNotContain("A Analyst");

        async Task<string> MarkedByAsync() => (await TrailTests.EntriesAsync(site, "objects.mark")).ShouldHaveSingleItem().Before;
    }

    /// <summary>All that can be read in the journal of what people wrote and are called.</summary>
    private static Task<string> TextAsync(TestSite site) => site.AsConsoleAsync(async (db, _) => string.Join(
        '\n', (await OpenedEntries.OfAsync(db, await db.Journal.AsNoTracking().ToListAsync(), CancellationToken.None)).Select(e => $"{e.ActorName} {e.Reason} {e.Before} {e.After}")));

    private static Task<int> BlockAndEraseAsync(TestSite site, string id) => site.AsConsoleAsync(async (db, _) =>
    {
        (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
        await db.SaveAsync(new("access.edit-person"), CancellationToken.None);
        return await ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None);
    });

    [Theory, OnEveryDatabase]
    public async Task Who_may_still_sign_in_is_not_erased(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = await site.AsConsoleAsync((db, _) => db.Set<Person>().Where(p => p.Name == "A Analyst").Select(p => p.Id).SingleAsync());

        await site.AsConsoleAsync((db, _) => Should.ThrowAsync<BrokenRule>(() => ErasePerson.HandleAsync(id, "Verzoek", db, TimeProvider.System, CancellationToken.None)));
    }

    [Theory, OnEveryDatabase]
    public async Task Content_whose_time_is_over_is_removed_by_rule_and_the_chain_holds(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.GetJsonAsync("/search?q=water");
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "" } });
        await analyst.GetJsonAsync("/search?q=storm");
        clock.Move(TimeSpan.FromDays(40));
        var rules = RetentionRules.Read("rules", """{ "read.": 30 }""");

        var removed = await site.AsConsoleAsync((db, _) => JournalRetention.ApplyAsync(db, rules, clock.GetUtcNow(), CancellationToken.None));

        removed.ShouldBe(2);
        (await TrailTests.EntriesAsync(site, RequestTrail.Search)).ShouldAllBe(e => e.IsEmptied && e.Hash.Length == 64);
        (await TrailTests.EntriesAsync(site, "threats.add")).ShouldAllBe(e => !e.IsEmptied);
        (await TrailTests.EntriesAsync(site, RemovedContent.Verb)).ShouldHaveSingleItem();
        (await site.AsConsoleAsync((db, _) => JournalChain.VerifyAsync(db, CancellationToken.None))).Holds.ShouldBeTrue();
        (await site.AsConsoleAsync((db, _) => JournalRetention.ApplyAsync(db, rules, clock.GetUtcNow(), CancellationToken.None))).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "journal.": 60 }""")]
    [InlineData("""{ "j": 60 }""")]
    [InlineData("""{ "": 60 }""")]
    [InlineData("""{ "read.": 3 }""")]
    [InlineData("""["read."]""")]
    public void Rules_that_are_none_are_refused(string json) => Should.Throw<BadUse>(() => RetentionRules.Read("rules", json));

    [Fact]
    public void The_longest_beginning_that_fits_is_the_rule_of_a_verb()
    {
        var rules = RetentionRules.Read("rules", """{ "read.": 60, "read.search": 30 }""");

        rules.RuleOf("read.search").ShouldBe("read.search");
        rules.RuleOf("read.marked").ShouldBe("read.");
        rules.RuleOf("threats.add").ShouldBeNull();
    }

    /// <summary>Somebody opened an object in an emergency, and somebody looked at it and ended it.</summary>
    private static Task<bool> OpenAsync(TestSite site, string objectId, string personId, string name, string by) => site.AsConsoleAsync(async (db, services) =>
    {
        var who = new Actor(personId, name, new HashSet<Permission>(), Marking.Public);
        var opening = new EmergencyOpening(services.GetRequiredService<Weerbaar.Platform.Storage.Ids>().Next(), objectId, who, "Nood", DateTimeOffset.UtcNow, TimeSpan.FromHours(4));
        opening.Check(by);
        opening.End(by, DateTimeOffset.UtcNow);
        db.Add(opening);
        await db.SaveAsync(new("emergency.open"), CancellationToken.None);
        return true;
    });

    private static Task<bool> RenameAsync(TestSite site, string id, string name) => site.AsConsoleAsync(async (db, _) =>
    {
        var person = await db.GetAsync<Person>(id, CancellationToken.None);
        person.Change(name, person.Email, person.Clearance);
        await db.SaveAsync(new("access.edit-person"), CancellationToken.None);
        return true;
    });

    /// <summary>Every column of every table that holds a name in plain words.</summary>
    private static Task<IReadOnlyList<string>> NamedAsync(TestSite site, string name) => site.AsConsoleAsync<IReadOnlyList<string>>(async (db, _) =>
    {
        List<string> found = [];
        foreach (var (table, column) in TableShape.Of(db).SelectMany(t => t.Columns.Where(c => c.Type == typeof(string)).Select(c => (t.Name, c.Name))))
        {
            var sql = $"SELECT count(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" LIKE '%{name}%'";
            if (await db.Database.SqlQueryRaw<long>(sql).SingleAsync() > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    });

    private static Task<string> BlockAsync(TestSite site, string name) => site.AsConsoleAsync(async (db, _) =>
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Name == name);
        person.Disable(true);
        await db.SaveAsync(new("access.edit-person"), CancellationToken.None);
        return person.Id;
    });
}
