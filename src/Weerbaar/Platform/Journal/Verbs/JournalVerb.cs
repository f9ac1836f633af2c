using System.CommandLine;

namespace Weerbaar.Platform.Journal.Verbs;

/// <summary><c>weerbaar journal</c>: proves, signs, exports and tidies the journal.</summary>
internal static class JournalVerb
{
    public static Command Verb() => new("journal", "The journal of every change, reading and refusal.\nExample: weerbaar journal verify")
    {
        VerifyVerb.Verb(), CheckpointVerb.Verb(), CheckpointVerb.PublicKey(), CheckpointVerb.Rotate(),
        ExportJournalVerb.Verb(), ExpireVerb.Verb(), ErasePersonVerb.Verb(),
    };
}
