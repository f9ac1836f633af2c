using System.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar journal verify</c>: proves that nothing in the journal was altered, removed or moved.</summary>
internal static class JournalVerb
{
    public static Command Verb()
    {
        var verify = new Command("verify", "Check every entry of the journal against its hash and its place.\nExample: weerbaar journal verify --data ~/weerbaar")
        {
            DataOptions.Data, DataOptions.Database,
        };
        verify.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(
            DataOptions.Settings(parsed), (db, _) => VerifyAsync(db, parsed.InvocationConfiguration.Output, ct), ct));
        return new Command("journal", "The journal of every change.\nExample: weerbaar journal verify") { verify };
    }

    private static async Task<int> VerifyAsync(WeerbaarDb db, TextWriter output, CancellationToken ct)
    {
        var check = await JournalChain.VerifyAsync(db, ct);
        if (!check.Holds)
        {
            throw new BadUse($"The journal does not hold. {check.Finding} {check.Entries} entries before it hold.");
        }

        await output.WriteLineAsync($"The journal holds: {check.Entries} entries, head {check.Head}.");
        return 0;
    }
}
