using System.CommandLine;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal erase-person</c>: makes what the journal says of a person unreadable, for good.</summary>
internal static class ErasePersonVerb
{
    public static Command Verb()
    {
        var person = new Argument<string>("person") { Description = "The id of the person, as the journal has it" };
        var reason = new Option<string>("--reason") { Description = "Why; don't name the person", Required = true };
        var verb = new Command("erase-person", "Destroy the key that a person's data in the journal is sealed with. This can't be undone; a backup made before still holds the key.\nExample: weerbaar journal erase-person 4k2m9x0t7c1v8b3n --reason \"Request of 1 March\"")
        {
            person, reason, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            try
            {
                var plain = await ErasePerson.HandleAsync(parsed.GetValue(person)!, parsed.GetValue(reason)!, db, services.GetRequiredService<TimeProvider>(), ct);
                await parsed.InvocationConfiguration.Output.WriteLineAsync("Erased. The chain of the journal still holds." + (plain == 0 ? "" : $" {plain} entries of before names were sealed still say the name."));
                return 0;
            }
            catch (NotThere missing)
            {
                throw new BadUse($"There is no person '{parsed.GetValue(person)}'. Take the id from the journal.", missing);
            }
        }, ct));
        return verb;
    }
}
