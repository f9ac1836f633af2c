using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary><c>weerbaar invite</c>: a link that signs somebody in once, from who holds the machine.</summary>
internal static class InviteVerb
{
    public static Command Verb()
    {
        var email = new Argument<string?>("email") { Description = "Whose; without it the first administrator's", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("invite", "Make a link that signs somebody in once, within three days; earlier links end.\nExample: weerbaar invite name@example.org --data ~/weerbaar")
        {
            email, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (_, services) =>
        {
            var token = await services.GetRequiredService<Invite>().ForAddressAsync(parsed.GetValue(email), ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Behind the address of the site: /sign-in/{token}");
            return 0;
        }, ct));
        return verb;
    }
}
