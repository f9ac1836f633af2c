using System.CommandLine;
using Microsoft.Data.Sqlite;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.WorkingMethod.Reports;

namespace Weerbaar.Platform.CommandLine;

/// <summary>What the verbs share that let something out of the program.</summary>
internal static class EditionOptions
{
    public static Option<string> Marking { get; } = new("--marking")
    {
        Description = $"The highest marking that may be in it: {string.Join(", ", Edition.Markings)}",
        DefaultValueFactory = _ => "public",
    };

    public static Marking MarkingOf(ParseResult parsed)
    {
        var asked = parsed.GetValue(Marking)!;
        return Edition.Markings.Contains(asked)
            ? Edition.ReadMarking(asked)
            : throw new BadUse($"There is no marking '{asked}'. Choose from {string.Join(", ", Edition.Markings)}.");
    }

    /// <summary>The database to read from, which must be there: these verbs make none.</summary>
    public static ServerSettings Existing(ParseResult parsed)
    {
        var settings = DataOptions.Settings(parsed);
        var file = settings.Database.IsSqlite ? new SqliteConnectionStringBuilder(settings.Database.ConnectionString).DataSource : null;
        return file is null || File.Exists(file)
            ? settings
            : throw new BadUse($"There is no database at {file}. Name the folder of one with --data, or another with --database.");
    }

    /// <summary>Refusals of the steps, in words for a terminal.</summary>
    public static async Task<int> AnsweringAsync(string round, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (NotThere)
        {
            throw new BadUse($"There is no round '{round}' that this edition may show. Check the id, or choose a higher --marking.");
        }
        catch (BrokenRule rule)
        {
            throw new BadUse(new Site.Texts()[rule.Key, rule.Values]);
        }
    }
}
