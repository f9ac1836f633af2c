using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Health;

public enum Verdict
{
    Good,
    Note,
    Bad,
}

/// <summary>One thing that was looked at: what, what was found, and what to do when it is not good.</summary>
public sealed record Finding(string What, Verdict Verdict, string Found, string Advice = "")
{
    public static Finding Good(string what, string found) => new(what, Verdict.Good, found);

    public static Finding Note(string what, string found, string advice) => new(what, Verdict.Note, found, advice);

    public static Finding Bad(string what, string found, string advice) => new(what, Verdict.Bad, found, advice);

    /// <summary>What was read from files, or all that is wrong with them.</summary>
    public static Task<IReadOnlyList<Finding>> OfFiles(string what, Func<IServiceProvider, string> read, string advice, IServiceProvider services)
    {
        try
        {
            return Task.FromResult<IReadOnlyList<Finding>>([Good(what, read(services))]);
        }
        catch (BadInputException wrong)
        {
            return Task.FromResult<IReadOnlyList<Finding>>([Bad(what, string.Join("\n      ", wrong.Errors), advice)]);
        }
    }
}

/// <summary>
/// Looks at a part of the program's surroundings without changing anything that is kept. A step registers its own:
/// <c>services.AddSingleton&lt;Examine&gt;(ExamineMethods.Now)</c>.
/// </summary>
public delegate Task<IReadOnlyList<Finding>> Examine(IServiceProvider services, CancellationToken ct);
