using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.OpenId;

/// <summary>Who comes in with the account of their organisation, as whom, and who does not.</summary>
public sealed class SignInByOpenIdTests
{
    [Theory, OnEveryDatabase]
    public async Task Whom_a_rule_names_signs_in_with_the_permissions_and_clearance_of_the_rule(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);

        using var browser = await run.SignInAsync();

        var me = await browser.GetJsonAsync("/me");
        me.Text("name").ShouldBe("Anna Jansen");
        me.Text("clearance").ShouldBe("Internal");
        me.GetProperty("permissions").ToString().ShouldContain("Judge");
        (await browser.GetJsonAsync("/me/sessions")).GetProperty("items")[0].Text("method").ShouldBe("OpenId");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_comes_back_is_known_by_subject_also_under_another_address(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var first = await run.SignInAsync();
        run.Issuer.Is("s-1", "anna.jansen@example.org");

        using var later = await run.SignInAsync();

        (await later.GetJsonAsync("/me")).Text("id").ShouldBe((await first.GetJsonAsync("/me")).Text("id"));
    }

    [Theory, OnEveryDatabase]
    public async Task Another_subject_with_the_same_address_is_not_the_same_person(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { LinkByEmail = true });
        using var first = await run.SignInAsync();
        run.Issuer.Is("s-2", "anna@example.org");

        var (words, reason) = await run.RefusedAsync();

        words.ShouldContain("heeft hier al een account");
        reason.ShouldBe("open-id: address of another person");
    }

    [Theory, OnEveryDatabase]
    public async Task Whom_no_rule_names_is_refused_in_words_and_in_the_journal(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        run.Issuer.Is("s-1", "anna@example.org", group: "visitors");

        var (words, reason) = await run.RefusedAsync();

        words.ShouldContain("geeft geen toegang tot Weerbaar");
        reason.ShouldBe("open-id: no rule");
        (await CountAsync(run)).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_rules_no_longer_give_is_gone_at_the_next_sign_in(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var first = await run.SignInAsync();
        run.Issuer.Is("s-1", "anna@example.org", group: "readers");

        using var later = await run.SignInAsync();

        var me = await later.GetJsonAsync("/me");
        me.Text("clearance").ShouldBe("Public");
        me.GetProperty("permissions").ToString().ShouldNotContain("Judge");
    }

    [Theory, OnEveryDatabase]
    public async Task A_rule_for_an_organisation_gives_role_and_function_there_and_takes_them_back_when_it_no_longer_holds(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with
        {
            Rules = [new("groups", "analysts", Role.Analyst, "NCTV", Marking.Internal) { Function = "Adviseur" }, new("groups", "all", Role.Reader, null, Marking.Internal)],
        });
        using var first = await run.SignInAsync();
        (await WhatAsync()).ShouldBe(("NCTV", "Adviseur", "NCTV"));
        using var again = await run.SignInAsync();
        (await WhatAsync()).ShouldBe(("NCTV", "Adviseur", "NCTV"));

        run.Issuer.Is("s-1", "anna@example.org", group: "visitors");
        using var without = await run.SignInAsync();
        (await WhatAsync()).ShouldBe(("", "", ""));

        run.Issuer.Is("s-1", "anna@example.org");
        using var back = await run.SignInAsync();
        (await WhatAsync()).ShouldBe(("NCTV", "Adviseur", "NCTV"));

        async Task<(string Organisations, string Functions, string Roles)> WhatAsync() => (
            string.Join(',', (await first.GetJsonAsync("/me")).GetProperty("organisations").EnumerateArray().Select(o => o.GetString())),
            await run.Site.AsConsoleAsync(async (db, _) => string.Join(',', await db.Set<PersonFunction>().Where(f => f.ByRule && f.Until == null).Select(f => f.Name).ToListAsync())),
            await run.Site.AsConsoleAsync(async (db, _) => string.Join(',', await db.Set<RoleAssignment>().Where(a => a.Role == Role.Analyst && a.EndedAt == null).Select(a => a.Organisation).ToListAsync())));
    }

    [Theory, OnEveryDatabase]
    public async Task A_function_by_rule_is_called_as_the_rule_calls_it_now(DatabaseKind kind)
    {
        var rule = new ClaimRule("groups", "analysts", Role.Analyst, "NCTV", Marking.Internal) { Function = "Adviseur" };
        ClaimRule[] rules = [rule];
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { Rules = rules });
        using var first = await run.SignInAsync();

        rules[0] = rule with { Function = "Coördinator" };
        using var later = await run.SignInAsync();

        var functions = await run.Site.AsConsoleAsync((db, _) => db.Set<PersonFunction>().Select(f => new { f.Name, f.Until }).ToListAsync());
        functions.Select(f => (f.Name, f.Until)).ShouldBe([("Coördinator", null)]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_function_by_rule_ends_the_day_before_the_rule_no_longer_holds_and_one_an_administrator_gave_stays(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with
        {
            Rules = [new("groups", "analysts", Role.Analyst, "NCTV", Marking.Internal), new("groups", "all", Role.Reader, null, Marking.Internal)],
        }, clock);
        using var first = await run.SignInAsync();
        var id = (await first.GetJsonAsync("/me")).Text("id");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await run.Site.AsConsoleAsync(async (db, services) =>
        {
            foreach (var function in await db.Set<PersonFunction>().ToListAsync())
            {
                function.Describe(new("NCTV", "analysts", today.AddDays(-5), null));
            }

            db.Add(new PersonFunction(services.GetRequiredService<Ids>().Next(), id, new("NCTV", "Gast", today.AddDays(-5), null)));
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        });
        run.Issuer.Is("s-1", "anna@example.org", group: "visitors");

        using var later = await run.SignInAsync();

        var functions = await run.Site.AsConsoleAsync((db, _) => db.Set<PersonFunction>().OrderBy(f => f.Name).Select(f => new { f.Name, f.Until }).ToListAsync());
        functions.Select(f => (f.Name, f.Until)).ShouldBe([("analysts", today.AddDays(-1)), ("Gast", null)], ignoreOrder: true);
        (await later.GetJsonAsync("/me")).GetProperty("organisations").ToString().ShouldBe("[\"NCTV\"]");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_who_was_added_is_linked_by_a_verified_address_where_the_settings_allow_it(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { LinkByEmail = true });
        var added = await AddAsync(run, "anna@example.org");

        using var browser = await run.SignInAsync();

        (await browser.GetJsonAsync("/me")).Text("id").ShouldBe(added);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_who_was_added_is_not_linked_where_the_settings_do_not_allow_it(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        await AddAsync(run, "anna@example.org");

        (await run.RefusedAsync()).Reason.ShouldBe("open-id: address of another person");
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_is_not_verified_links_nobody_and_adds_nobody(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { LinkByEmail = true, EmailsAreVerified = true });
        await AddAsync(run, "anna@example.org");
        run.Issuer.Is("s-1", "anna@example.org", verified: false);
        (await run.RefusedAsync()).Words.ShouldContain("geen e-mailadres dat zij heeft gecontroleerd");
        run.Issuer.Is("s-1", "new@example.org", verified: false);
        (await run.RefusedAsync()).Reason.ShouldBe("open-id: no verified address");

        (await CountAsync(run)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task An_account_with_a_way_in_of_its_own_is_not_taken_over_by_its_address(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { LinkByEmail = true });
        var account = await Account.SetUpAsync(run.Site, Role.Administrator);
        run.Issuer.Is("s-1", account.Email);

        (await run.RefusedAsync()).Reason.ShouldBe("open-id: address of another person");
    }

    [Theory, OnEveryDatabase]
    public async Task A_blocked_person_does_not_come_in_with_the_account_of_the_organisation(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var browser = await run.SignInAsync();
        var id = (await browser.GetJsonAsync("/me")).Text("id");
        await run.Site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Person>(id, CancellationToken.None)).Disable(true);
            await db.SaveAsync(new Change("access.edit-person"), CancellationToken.None);
            return 0;
        });

        var (words, reason) = await run.RefusedAsync();

        words.ShouldContain("geblokkeerd");
        reason.ShouldBe("open-id: blocked");
    }

    [Theory, OnEveryDatabase]
    public async Task Where_local_accounts_are_off_only_the_administrators_named_sign_in_by_themselves(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind, issuer => issuer.Settings() with { OnlyLocalAccounts = ["emergency@example.org", "reader@example.org"] });

        (await ByLinkAsync(run, "emergency@example.org", Role.Administrator)).ShouldBeTrue();
        (await ByLinkAsync(run, "reader@example.org", Role.Reader)).ShouldBeFalse();
        (await ByLinkAsync(run, "other@example.org", Role.Administrator)).ShouldBeFalse();
        (await run.LastReasonAsync()).ShouldBe("local accounts are off");
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_out_offers_to_sign_out_at_the_organisation_too(DatabaseKind kind)
    {
        await using var run = await SignInRun.StartAsync(kind);
        using var browser = await run.SignInAsync();

        using var answer = await browser.PostAsync("/sign-out", TestSite.Form(await browser.GetStringAsync("/account")));

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        page.QuerySelector("main a")!.GetAttribute("href")!.ShouldStartWith($"{run.Issuer.Address}/end?client_id=weerbaar&post_logout_redirect_uri={Uri.EscapeDataString(run.Site.Address.ToString())}");
        (await browser.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_settings_there_is_no_such_page()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();

        foreach (var path in new[] { "/sign-in/organisation", "/sign-in/organisation/return?state=x&code=y" })
        {
            (await visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await visitor.PostAsync("/sign-in/organisation/logout", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetStringAsync("/sign-in")).ShouldNotContain("/sign-in/organisation");
    }

    [Fact]
    public async Task No_secret_of_the_sign_in_enters_the_journal()
    {
        await using var run = await SignInRun.StartAsync(DatabaseKind.Sqlite);
        using var steps = run.Steps();
        var back = await SignInRun.ToReturnAsync(steps);
        (await steps.GetAsync(back)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var values = System.Web.HttpUtility.ParseQueryString(back.Query);

        var all = await run.Site.AsConsoleAsync(async (db, _) => string.Join("\n", await db.Journal.Select(e => e.Before + e.After + e.Reason).ToListAsync()));

        new[] { values["code"]!, values["state"]!, TestIssuer.Secret, "an access token" }.ShouldAllBe(secret => !all.Contains(secret, StringComparison.Ordinal));
    }

    private static Task<int> CountAsync(SignInRun run) => run.Site.AsConsoleAsync((db, _) => db.Set<Person>().CountAsync());

    private static Task<string> AddAsync(SignInRun run, string email, Role role = Role.Reader) => run.Site.AsConsoleAsync(async (db, services) =>
    {
        var person = db.Add(new Person(services.GetRequiredService<Ids>().Next(), "Added", email, Marking.DepartmentalConfidential)).Entity;
        db.Add(TestSite.OfPerson(person.Id, role));
        await db.SaveAsync(new Change("access.add-person"), CancellationToken.None);
        return person.Id;
    });

    private static async Task<bool> ByLinkAsync(SignInRun run, string email, Role role)
    {
        await AddAsync(run, email, role);
        var token = await run.Site.AsConsoleAsync((_, services) => services.GetRequiredService<Invite>().ForAddressAsync(email, CancellationToken.None));
        using var browser = run.Site.Visitor();
        using var answer = await browser.PostAsync($"/sign-in/{token}", TestSite.Form(await browser.GetStringAsync($"/sign-in/{token}")));
        var signedIn = await browser.IsSignedInAsync();
        (await answer.Content.ReadAsStringAsync()).Contains("andere manieren zijn uitgezet", StringComparison.Ordinal).ShouldBe(!signedIn);
        return signedIn;
    }
}
