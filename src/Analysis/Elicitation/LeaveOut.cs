namespace Weerbaar.Analysis.Elicitation;

/// <summary>The decision maker of a panel from which something was left out.</summary>
/// <param name="Excluded">Indices in the panel of what was left out, rising; empty for the whole panel.</param>
/// <param name="Score">Scores of the decision maker on what remains; null when it could not be formed.</param>
/// <param name="Cutoff">The cut-off used; null with equal or user weights, or when it could not be formed.</param>
/// <param name="Refusal">Why it could not be formed; null when it was.</param>
public sealed record LeaveOutRun(IReadOnlyList<int> Excluded, PerformanceScore? Score, double? Cutoff, string? Refusal);

/// <summary>
/// Robustness of the classical model: the whole calculation again without each set of up to so many questions or experts.
/// A result that hangs on one of them shows as a large change of the scores.
/// </summary>
public static class LeaveOut
{
    /// <summary>Most sets one call will compute.</summary>
    public const int MostRuns = 1_000_000;

    /// <summary>Leaves out seed questions. Bounds of the others stay as they are; calibration uses the seed questions that remain.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="options">Settings of the model; null for the defaults.</param>
    /// <param name="most">Largest number left out at once; at least 1 and below the number of seed questions.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two questions of a set.</param>
    /// <returns>The whole panel first, then every set in order of size and index.</returns>
    public static IReadOnlyList<LeaveOutRun> SeedQuestions(
        Panel panel, ClassicalModelOptions? options = null, int most = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new ClassicalModelOptions();
        options.Check(panel.Experts.Count);
        var seeds = Enumerable.Range(0, panel.Questions.Count).Where(question => panel.Questions[question].IsSeed).ToArray();
        var prepared = new PreparedPanel(panel, options.Overshoot, cancellation);
        DecisionMakerCandidate Without(int[] excluded)
        {
            var included = new bool[panel.Questions.Count];
            included.AsSpan().Fill(true);
            foreach (var question in excluded)
            {
                included[question] = false;
            }

            return new PanelEvaluation(prepared, options, included).DecisionMaker(null, cancellation);
        }

        return Run(seeds, most, Without, progress, cancellation);
    }

    /// <summary>Leaves out experts. Bounds are taken anew from the answers that remain.</summary>
    /// <inheritdoc cref="SeedQuestions" path="/param"/>
    /// <returns>The whole panel first, then every set in order of size and index.</returns>
    public static IReadOnlyList<LeaveOutRun> Experts(
        Panel panel, ClassicalModelOptions? options = null, int most = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        options ??= new ClassicalModelOptions();
        options.Check(panel.Experts.Count);
        var experts = Enumerable.Range(0, panel.Experts.Count).ToArray();
        var included = new bool[panel.Questions.Count];
        included.AsSpan().Fill(true);
        DecisionMakerCandidate Without(int[] excluded)
        {
            var weights = options.UserWeights.Where((_, expert) => !excluded.Contains(expert)).ToArray();
            if (options.Rule == WeightRule.User && weights.All(weight => weight == 0))
            {
                throw new ElicitationRefusedException("No expert with a weight above zero remains.");
            }

            var prepared = new PreparedPanel(excluded.Length == 0 ? panel : panel.Without(excluded), options.Overshoot, cancellation);
            return new PanelEvaluation(prepared, options with { UserWeights = weights }, included).DecisionMaker(null, cancellation);
        }

        return Run(experts, most, Without, progress, cancellation);
    }

    private static List<LeaveOutRun> Run(
        int[] from, int most, Func<int[], DecisionMakerCandidate> decisionMaker, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (most < 1 || most >= from.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(most), $"With {from.Length} to choose from, 1 to {from.Length - 1} can be left out, not {most}.");
        }

        var total = Count(from.Length, most);
        var runs = new List<LeaveOutRun>(total);
        foreach (var excluded in Enumerable.Range(0, most + 1).SelectMany(size => Subsets(from, size)))
        {
            cancellation.ThrowIfCancellationRequested();
            runs.Add(Of(excluded, decisionMaker));
            progress?.Report((double)runs.Count / total);
        }

        return runs;
    }

    private static LeaveOutRun Of(int[] excluded, Func<int[], DecisionMakerCandidate> decisionMaker)
    {
        try
        {
            var found = decisionMaker(excluded);
            return new LeaveOutRun(excluded, found.Score, found.Cutoff, null);
        }
        catch (ElicitationRefusedException refusal)
        {
            return new LeaveOutRun(excluded, null, null, refusal.Message);
        }
    }

    private static int Count(int from, int most)
    {
        var (total, sets) = (1.0, 1.0);
        for (var size = 1; size <= most; size++)
        {
            sets *= (double)(from - size + 1) / size;
            total += sets;
        }

        return total <= MostRuns
            ? (int)Math.Round(total)
            : throw new ArgumentOutOfRangeException(nameof(most), $"Leaving out up to {most} of {from} takes more than {MostRuns} calculations. Leave out fewer at once.");
    }

    private static IEnumerable<int[]> Subsets(int[] from, int size)
    {
        var places = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return [.. places.Select(place => from[place])];
            var last = size - 1;
            while (last >= 0 && places[last] == from.Length - size + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            places[last]++;
            for (var next = last + 1; next < size; next++)
            {
                places[next] = places[next - 1] + 1;
            }
        }
    }
}
