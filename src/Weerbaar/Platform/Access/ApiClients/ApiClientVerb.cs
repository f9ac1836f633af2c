using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary><c>weerbaar api-client</c>: keys for programs, from who holds the machine.</summary>
internal static class ApiClientVerb
{
    public static Command Verb() => new("api-client", "Programs that use the API with a key of their own.\nExample: weerbaar api-client list") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "What the program is called" };
        var owner = new Option<string>("--owner") { Description = "The e-mail address of the person who answers for it", Required = true };
        var may = new Option<Permission[]>("--may") { Description = "What it may do besides reading; may be given more than once", DefaultValueFactory = _ => [] };
        var clearance = new Option<string>("--clearance") { Description = $"Up to which marking: {string.Join(", ", MarkingWords.All.Keys)}", DefaultValueFactory = _ => "public" };
        clearance.AcceptOnlyFromAmong([.. MarkingWords.All.Keys]);
        var until = new Option<DateOnly>("--until") { Description = "The last day the key works, at most a year from now, as 2027-01-31", Required = true };
        var verb = new Command("add", "Make a key, which is shown this once.\nExample: weerbaar api-client add \"Dashboard\" --owner name@example.org --until 2027-01-31")
        {
            name, owner, may, clearance, until, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            var made = await services.GetRequiredService<AddApiClient>().HandleAsync(new AddApiClient.Request
            {
                Name = parsed.GetValue(name)!,
                OwnerId = await OwnerAsync(db, parsed.GetValue(owner)!, ct),
                Permissions = parsed.GetValue(may)!,
                Clearance = MarkingWords.All[parsed.GetValue(clearance)!],
                Until = parsed.GetValue(until),
            }, ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(made.Key);
            return 0;
        }, ct));
        return verb;
    }

    private static Command List()
    {
        var verb = new Command("list", "List them, with when they were last used.\nExample: weerbaar api-client list") { DataOptions.Data, DataOptions.Database };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            foreach (var client in await ListApiClients.HandleAsync(db, services.GetRequiredService<TimeProvider>().Today(), ct))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Line(client));
            }

            return 0;
        }, ct));
        return verb;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "What stands between the two underscores of its key" };
        var verb = new Command("revoke", "End one; its key is refused from now on.\nExample: weerbaar api-client revoke 7kq2m0x4c8v1t5zs") { id, DataOptions.Data, DataOptions.Database };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            var known = parsed.GetValue(id)!;
            BadUse.Unless(await db.Set<ApiClient>().AnyAsync(c => c.Id == known, ct), $"There is no client {known}. See weerbaar api-client list.");
            await RevokeApiClient.HandleAsync(known, null, db, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{known} is revoked.");
            return 0;
        }, ct));
        return verb;
    }

    private static string Line(ApiClientView client) => string.Create(
        CultureInfo.InvariantCulture,
        $"{client.Id}  {client.State.ToString().ToLowerInvariant(),-8}until {client.Until:yyyy-MM-dd}  used {client.UsedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never",-16}  {client.Name}, of {client.Owner}, may {string.Join(", ", client.Permissions)} up to {client.Clearance}");

    private static async Task<string> OwnerAsync(WeerbaarDb db, string email, CancellationToken ct)
    {
        var address = Person.AddressOf(email);
        var owner = await db.Set<Person>().FirstOrDefaultAsync(p => p.Email == address && !p.Disabled, ct);
        BadUse.Unless(owner is not null, $"Nobody who may sign in has the e-mail address {address}. Name somebody else with --owner.");
        return owner.Id;
    }
}
