using System.Globalization;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>What the verb was asked to do, as written on the command line.</summary>
public sealed record ElicitOptions
{
    public required string File { get; init; }

    /// <summary>global, item, equal or user: followed by weights in the order of the experts or as name=weight, with commas between.</summary>
    public string Weights { get; init; } = "global";

    /// <summary>optimised, or the lowest calibration that still gets weight; empty for optimised where it has a meaning.</summary>
    public string Cutoff { get; init; } = "";

    public double Overshoot { get; init; } = 0.1;

    public bool Robustness { get; init; }

    /// <summary>Largest number of experts or seed questions left out at once.</summary>
    public int LeaveOut { get; init; } = 1;

    public bool Json { get; init; }

    /// <summary>The settings of the model, or a sentence that says what is wrong with the options.</summary>
    public (ClassicalModelOptions? Model, string? Wrong) ForPanel(Panel panel)
    {
        if (Rule() is not { } rule)
        {
            return (null, $"--weights {Weights} is not known. Use global, item, equal or user:1,2,3.");
        }

        if (!double.IsFinite(Overshoot) || Overshoot <= 0)
        {
            return (null, "--overshoot must be a number above 0, for example 0.1.");
        }

        var (cutoff, wrong) = ReadCutoff(rule);
        var (weights, wrongWeights) = rule == WeightRule.User ? UserWeights(panel) : ([], null);
        wrong ??= wrongWeights;
        return wrong is null
            ? (new ClassicalModelOptions { Rule = rule, Cutoff = cutoff, UserWeights = weights, Overshoot = Overshoot }, null)
            : (null, wrong);
    }

    private WeightRule? Rule() => Weights.Split(':')[0].ToLowerInvariant() switch
    {
        "global" when !Weights.Contains(':', StringComparison.Ordinal) => WeightRule.Global,
        "item" when !Weights.Contains(':', StringComparison.Ordinal) => WeightRule.Item,
        "equal" when !Weights.Contains(':', StringComparison.Ordinal) => WeightRule.Equal,
        "user" => WeightRule.User,
        _ => null,
    };

    private (double? Cutoff, string? Wrong) ReadCutoff(WeightRule rule)
    {
        var optimised = Cutoff.ToLowerInvariant() is "optimised" or "optimized";
        if (rule is WeightRule.Equal or WeightRule.User)
        {
            return (null, Cutoff.Length == 0 ? null : "--cutoff needs --weights global or item; equal and user weights have no cut-off.");
        }

        if (Cutoff.Length == 0 || optimised)
        {
            return (null, null);
        }

        return Number(Cutoff) is >= 0 and <= 1 and var cutoff ? (cutoff, null) : (null, $"--cutoff {Cutoff} is not known. Use optimised, or a number from 0 to 1.");
    }

    private (double[] Weights, string? Wrong) UserWeights(Panel panel)
    {
        var parts = Weights[(Weights.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries);
        var weights = new double[panel.Experts.Count];
        var named = parts.All(part => part.Contains('=', StringComparison.Ordinal));
        if (!Weights.Contains(':', StringComparison.Ordinal) || (!named && parts.Length != weights.Length))
        {
            return ([], $"--weights user: needs {weights.Length} weights in the order of the experts ({string.Join(", ", panel.Experts)}), or name=weight with commas between.");
        }

        string[] names = named ? [.. parts.Select(part => part[..part.LastIndexOf('=')].Trim())] : [.. panel.Experts];
        if (WrongNames(names, panel) is { } wrong)
        {
            return ([], $"--weights {wrong}. Give each expert one weight: {string.Join(", ", panel.Experts)}.");
        }

        var places = panel.Experts.Index().ToDictionary(e => e.Item, e => e.Index, StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            weights[places[names[i]]] = Number(parts[i][(parts[i].LastIndexOf('=') + 1)..]);
        }

        return weights.All(weight => weight >= 0 && double.IsFinite(weight)) && weights.Any(weight => weight > 0)
            ? (weights, null)
            : ([], "--weights user: takes numbers of 0 or more, at least one of them above 0.");
    }

    private static string? WrongNames(string[] names, Panel panel)
    {
        string Quoted(IEnumerable<string> some) => string.Join(", ", some.Select(name => $"'{name}'"));
        var strange = names.Except(panel.Experts).ToList();
        var twice = names.CountBy(name => name).Where(n => n.Value > 1).Select(n => n.Key).ToList();
        var missing = panel.Experts.Except(names).ToList();
        return strange.Count > 0 ? $"names {Quoted(strange)}, who is not in the file"
            : twice.Count > 0 ? $"names {Quoted(twice)} more than once"
            : missing.Count > 0 ? $"leaves out {Quoted(missing)}; write 0 for no weight"
            : null;
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
