using System.Globalization;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.ApiClients;

/// <summary><c>weerbaar api-client</c>, as an operator uses it.</summary>
public sealed class ApiClientVerbTests : IDisposable
{
    private static readonly string soon = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_client_is_made_listed_and_revoked_at_the_console()
    {
        (await RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"))).Code.ShouldBe(0);
        (await RunAsync("invite")).Code.ShouldBe(0);

        var made = await RunAsync("api-client", "add", "Dashboard", "--owner", "administrator@localhost", "--until", soon, "--may", "ReadJournal");
        var listed = await RunAsync("api-client", "list");
        var revoked = await RunAsync("api-client", "revoke", made.Output.Split('_')[1]);
        var after = await RunAsync("api-client", "list");

        made.Code.ShouldBe(0, made.Error);
        listed.Output.ShouldContain("Dashboard, of Administrator, may Read, ReadJournal up to Public");
        listed.Output.ShouldNotContain(made.Output.Trim().Split('_', 3)[2]);
        revoked.Code.ShouldBe(0, revoked.Error);
        after.Output.ShouldContain("revoked");
    }

    [Fact]
    public async Task A_client_of_nobody_or_for_ever_is_refused()
    {
        (await RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"))).Code.ShouldBe(0);
        (await RunAsync("invite")).Code.ShouldBe(0);

        (await RunAsync("api-client", "add", "X", "--owner", "nobody@example.org", "--until", soon)).ShouldBeRefused("Nobody who may sign in has the e-mail address nobody@example.org");
        (await RunAsync("api-client", "add", "X", "--owner", "administrator@localhost", "--until", "2099-01-01")).ShouldBeRefused("at most a year from now");
        (await RunAsync("api-client", "revoke", "unknown")).ShouldBeRefused("There is no client unknown");
    }

    private Task<WeerbaarProcess.Ended> RunAsync(params string[] words) => program.RunAsync([.. words, "--data", program.Data]);
}
