using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Tests.Speed;
using Weerbaar.Tests.Cycle;

namespace Weerbaar.Tests.Access;

public sealed class AccountTests
{
    [Theory, OnEveryDatabase]
    public async Task A_password_and_a_code_sign_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);

        using var browser = await account.TryAsync(site, account.NextCode);

        (await browser.GetJsonAsync("/me")).Text("id").ShouldBe(account.PersonId);
    }

    [Theory, OnEveryDatabase]
    public async Task A_password_alone_opens_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var browser = site.Visitor();

        using var answer = await browser.PostAsync("/sign-in", account.PasswordForm(await browser.GetStringAsync("/sign-in")));

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in/code");
        (await browser.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_code_without_a_password_asks_for_the_password(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var browser = site.Visitor();

        using var answer = await browser.GetAsync("/sign-in/code");

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Theory, OnEveryDatabase]
    public async Task A_code_counts_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        var code = account.NextCode;
        using var first = await account.TryAsync(site, code);

        using var again = await account.TryAsync(site, code);

        (await first.IsSignedInAsync()).ShouldBeTrue();
        (await again.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_recovery_code_counts_once_however_it_is_typed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        var typed = account.RecoveryCodes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal);

        using var first = await account.TryAsync(site, typed);
        using var again = await account.TryAsync(site, typed);

        account.RecoveryCodes.Count.ShouldBe(RecoveryCode.CodesPerPerson);
        (await first.IsSignedInAsync()).ShouldBeTrue();
        (await again.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_code_saves_no_password(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var browser = await site.SignInAsync(Role.Analyst);
        var form = await browser.GetStringAsync("/account/password");
        var key = Account.KeyOn(form);

        using var answer = await browser.PostAsync("/account/password", Account.Filled(form, Account.Password, "000000"));
        var page = await answer.Content.ReadAsStringAsync();

        page.ShouldContain("hoort niet bij de sleutel");
        Account.KeyOn(page).ShouldBe(key);
        (await browser.GetStringAsync("/account")).ShouldContain("Kies hoe u terugkomt");
    }

    [Theory]
    [InlineData("te kort")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("A Analyst")]
    [InlineData("wachtwoord12")]
    [InlineData("Welkom2026!Welkom2026!")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("Weerbaar-Analyst-1234")]
    public async Task A_password_that_is_easy_to_guess_is_refused(string password)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var browser = await site.SignInAsync(Role.Analyst);
        var form = await browser.GetStringAsync("/account/password");
        var code = Totp.CodeAt(Account.KeyOn(form), Totp.StepAt(DateTimeOffset.UtcNow));

        using var answer = await browser.PostAsync("/account/password", Account.Filled(form, password, code));

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account/password");
        (await browser.GetStringAsync("/account")).ShouldContain("Kies hoe u terugkomt");
    }

    [Theory, OnEveryDatabase]
    public async Task After_five_wrong_codes_the_right_one_is_refused_too(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await account.TryAsync(site, "000000")).Dispose();
        }

        using var browser = await account.TryAsync(site, account.NextCode);

        (await browser.IsSignedInAsync()).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Guesses_made_side_by_side_are_all_counted(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await account.TryAsync(site, "000000", "niet het goede wachtwoord")).Dispose()));

        var counted = await site.AsConsoleAsync((db, _) => db.Set<Password>().Where(p => p.Id == account.PersonId).Select(p => p.FailedAttempts).SingleAsync());
        counted.ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task Among_many_guesses_side_by_side_the_right_one_is_refused_once_five_are_counted(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => (await account.TryAsync(site, "000000", "niet het goede wachtwoord")).Dispose()));
        using var right = await account.TryAsync(site, account.NextCode);

        (await right.IsSignedInAsync()).ShouldBeFalse();
        var counted = await site.AsConsoleAsync((db, _) => db.Set<Password>().Where(p => p.Id == account.PersonId).Select(p => p.FailedAttempts).SingleAsync());
        counted.ShouldBe(5, "while the lock holds nothing is counted");
    }

    [Fact]
    public void A_lock_ends_after_a_quarter_of_an_hour_also_when_guessing_goes_on()
    {
        var (password, now) = (new Password("p"), new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        for (var minute = 0; minute < 15; minute++)
        {
            for (var attempt = 0; attempt < 5; attempt++)
            {
                password.Failed(now.AddMinutes(minute));
            }
        }

        password.IsLocked(now.AddMinutes(14)).ShouldBeTrue();
        password.IsLocked(now.AddMinutes(15)).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_lock_on_the_password_leaves_the_open_form_of_who_manages_people_as_it_is(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        var before = await site.AsConsoleAsync((db, _) => db.GetAsync<Person>(account.PersonId, CancellationToken.None));
        (await account.TryAsync(site, "000000")).Dispose();

        var after = await site.AsConsoleAsync((db, _) => db.GetAsync<Person>(account.PersonId, CancellationToken.None));

        after.Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task More_than_sixty_attempts_a_minute_from_one_address_are_told_to_wait()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();
        var form = await visitor.GetStringAsync("/sign-in");
        var answers = new List<System.Net.HttpStatusCode>();
        for (var attempt = 0; attempt < 61; attempt++)
        {
            using var answer = await visitor.PostAsync("/sign-in?handler=PasskeyOptions", TestSite.Form(form));
            answers.Add(answer.StatusCode);
        }

        answers[59].ShouldBe(System.Net.HttpStatusCode.OK);
        answers[60].ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
        (await site.AsConsoleAsync((db, _) => db.Journal.SingleAsync(e => e.Verb == "access.refused"))).Reason.ShouldBe("too many attempts");
    }

    /// <summary>Who has no account, no password or a locked one can't be told from who has one by the work that is done.</summary>
    [Theory, OnEveryDatabase]
    public async Task A_wrong_password_asks_the_database_the_same_whoever_it_is_tried_on(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        using var other = await site.SignInAsync(Role.Reader);
        var without = await site.EmailOfAsync(await other.IdAsync());
        using var visitor = site.Visitor();
        var form = await visitor.GetStringAsync("/sign-in");
        using var counter = new QueryCounter(site.DatabaseName);
        await TryAsync("first@example.org");

        var nobody = await TryAsync("nobody@example.org");
        (await TryAsync(account.Email)).ShouldBe(nobody);
        (await TryAsync(without)).ShouldBe(nobody);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await TryAsync(account.Email);
        }

        (await site.AsConsoleAsync((db, _) => db.GetAsync<Password>(account.PersonId, CancellationToken.None))).LockedUntil.ShouldNotBeNull();
        (await TryAsync(account.Email)).ShouldBe(nobody);
        nobody.Count(q => q.Contains("UPDATE", StringComparison.Ordinal)).ShouldBe(1);

        Task<IReadOnlyList<string>> TryAsync(string email) => counter.DuringAsync(async () =>
            (await visitor.PostAsync("/sign-in", TestSite.Form(form, ("Input.Email", email), ("Input.Password", "een verkeerde lange zin")))).Dispose());
    }

    [Theory, OnEveryDatabase]
    public async Task A_refused_attempt_is_in_the_journal_without_what_was_typed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        (await account.TryAsync(site, "000000", "geheim dat niemand weet")).Dispose();

        var entries = await site.AsConsoleAsync((db, _) => db.Journal.Where(e => e.Verb == "access.refused").ToListAsync());

        entries.ShouldNotBeEmpty();
        entries.ShouldAllBe(e => !(e.Before + e.After + e.Reason).Contains("geheim", StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task No_secret_of_an_account_enters_the_journal(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var account = await Account.SetUpAsync(site, Role.Analyst);
        var password = await site.AsConsoleAsync((db, _) => db.GetAsync<Password>(account.PersonId, CancellationToken.None));

        var written = string.Concat(await site.AsConsoleAsync((db, _) => db.Journal.Select(e => e.Before + e.After + e.Reason).ToListAsync()));

        written.ShouldNotContain(password.Hash);
        written.ShouldNotContain(password.AuthenticatorKey);
        account.RecoveryCodes.ShouldAllBe(code => !written.Contains(code, StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task Home_asks_who_came_by_a_link_how_to_come_back_until_it_is_chosen(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var newcomer = await site.SignInAsync(Role.Coordinator);
        await newcomer.PlanAsync();
        var account = await Account.SetUpAsync(site, Role.Analyst);

        (await newcomer.GetStringAsync("/")).ShouldContain("Kies hoe u de volgende keer aanmeldt");
        (await account.Browser.GetStringAsync("/")).ShouldNotContain("Kies hoe u de volgende keer aanmeldt");
    }

    [Theory, OnEveryDatabase]
    public async Task A_newer_sign_in_link_ends_the_earlier(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var earlier = await site.InviteAsync(Role.Reader);
        await site.AsConsoleAsync(async (db, services) => await ((Invite)services.GetService(typeof(Invite))!)
            .ForAsync(await db.Set<Person>().SingleAsync(), CancellationToken.None));
        using var visitor = site.Visitor();

        using var answer = await visitor.GetAsync(earlier);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Gone);
    }
}
