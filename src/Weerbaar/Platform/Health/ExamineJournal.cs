using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Health;

/// <summary>The journal: does it hold, with which key is it signed, and how long is its content kept?</summary>
public static class ExamineJournal
{
    /// <summary>What there is without the database.</summary>
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>(
        [Key(services.GetRequiredService<CheckpointKey>()), Retention(services.GetRequiredService<ServerSettings>().DataFolder)]);

    /// <summary>The same proof as <c>weerbaar journal verify</c>. Where there is no key that can be used none is made, and signatures are not checked.</summary>
    public static async Task<Finding> ChainAsync(WeerbaarDb db, CheckpointKey key, CancellationToken ct)
    {
        try
        {
            if (Key(key).Verdict != Verdict.Good)
            {
                var chain = await JournalChain.VerifyAsync(db, ct);
                return chain.Holds ? Finding.Note("journal", $"holds, {chain.Entries} entries; no signature was checked", "See what is said of the journal key.") : Broken(chain.Finding);
            }

            return Of(await SignedJournal.VerifyAsync(db, [], key.PublicPem, ct));
        }
        catch (BadUse broken)
        {
            return Broken(broken.Message);
        }
    }

    private static Finding Of(SignedJournal found)
    {
        var words = $"holds, {found.Chain.Entries} entries, {found.InDatabase} checkpoints";
        return found switch
        {
            { UntrustedSignLater: true } => Finding.Bad("journal", $"{words}, but {string.Join(", ", found.UntrustedKeys)} sign beside the key of this installation, which does not vouch for them", "Give all processes the same key with WEERBAAR_JOURNAL_KEY. If they have it, find out who else signs."),
            { UntrustedKeys.Count: > 0 } => Finding.Note("journal", $"{words}. {found.Unchecked}", "That is so after a restore without the key. Keep the public key of before with the checkpoints."),
            _ => Finding.Good("journal", words),
        };
    }

    private static Finding Broken(string finding) => Finding.Bad("journal", finding, "Something was changed outside the program. Compare with a backup before going on.");

    public static Finding Key(CheckpointKey key)
    {
        try
        {
            return File.Exists(key.Place) || !key.MayBeMade
                ? Finding.Good("journal key", $"{key.Id}, in {key.Place}")
                : Finding.Note("journal key", $"there is none at {key.Place} yet", "The first weerbaar serve makes it. If there was one before, put it back there, or name it with WEERBAAR_JOURNAL_KEY.");
        }
        catch (Exception wrong) when (wrong is BadUse or IOException or UnauthorizedAccessException)
        {
            return Finding.Bad("journal key", wrong.Message, "");
        }
    }

    public static Finding Retention(string dataFolder)
    {
        try
        {
            var rules = RetentionRules.In(dataFolder);
            return rules.Days.Count > 0
                ? Finding.Good("journal retention", $"{rules.Days.Count} rules")
                : Finding.Note("journal retention", $"no rules, so all content is kept: there is no {RetentionRules.FileName} in {dataFolder}", "Write them where less has to be kept.");
        }
        catch (BadUse wrong)
        {
            return Finding.Bad("journal retention", wrong.Message, "");
        }
    }
}
