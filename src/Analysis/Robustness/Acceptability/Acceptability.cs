using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Stochastic multicriteria acceptability analysis: how often is each alternative first, second, … when scores and
/// weights are only known as distributions? Same input and plan, same bits: on any machine, any number of threads, in
/// one run or in parts. Time grows with samples × alternatives × (criteria + log² alternatives).
/// </summary>
public static class Acceptability
{
    /// <summary>Runs the whole plan.</summary>
    public static AcceptabilityResult Run(AcceptabilityInput input, SamplingPlan sampling, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        Conclude(input, sampling, Count(input, sampling, 1, 1, progress, cancel), cancel);

    /// <summary>
    /// Runs until the largest standard error of a rank acceptability is at most <paramref name="error"/>, doubling the
    /// samples from 16 384; stops at the samples of <paramref name="limit"/>, and then says so by a larger error.
    /// </summary>
    public static (AcceptabilityResult Result, SamplingPlan Plan) RunUntil(AcceptabilityInput input, double error, SamplingPlan limit, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (!(error > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(error), error, "The error to reach must be above 0.");
        }

        for (var samples = 16384L; ; samples *= 2)
        {
            var sampling = new SamplingPlan(Math.Min(samples, limit.Samples), limit.Seed, limit.Kind, limit.Threads);
            var tally = Count(input, sampling, 1, 1, progress: null, cancel);
            var reached = new Summary(input, sampling, tally).Largest();
            progress?.Report(Math.Min(1, error * error / Math.Max(reached * reached, 1e-300)));
            if (reached <= error || samples >= limit.Samples)
            {
                return (Conclude(input, sampling, tally, cancel), sampling);
            }
        }
    }

    /// <summary>Runs one part of the plan; the tallies of all parts, added up, are those of the whole.</summary>
    public static AcceptabilityTally Count(AcceptabilityInput input, SamplingPlan sampling, int part, int of, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var (from, to) = sampling.Part(part, of);
        var plan = new ScorePlan(input);
        var even = sampling.Kind == SamplingKind.QuasiMonteCarlo;
        var lattice = even ? new Lattice(sampling.ChunkSize, (input.Alternatives + 1) * input.Criteria) : null;
        var total = new AcceptabilityTally(input.Alternatives, input.Criteria, lattice?.Size ?? 0);
        Chunks.ForEach(from, to, sampling.Threads, () => new AcceptabilityWorker(plan, sampling, lattice), (worker, chunk) => worker.Run(chunk), Finish, progress, cancel);
        return total;

        void Finish(AcceptabilityWorker worker)
        {
            worker.Close();
            total.Add(worker.Tally);
        }
    }

    /// <summary>Turns the tally of a whole plan into the measures, with the second pass for confidence factors and quantiles.</summary>
    public static AcceptabilityResult Conclude(AcceptabilityInput input, SamplingPlan sampling, AcceptabilityTally tally, CancellationToken cancel = default)
    {
        if (tally.Samples != sampling.Samples)
        {
            throw new ArgumentException($"The parts hold {tally.Samples} samples, the plan asks for {sampling.Samples}: a part is missing or was given twice.", nameof(tally));
        }

        var summary = new Summary(input, sampling, tally);
        return summary.With(SecondPass.Run(new ScorePlan(input), sampling, tally, summary.CentralWeights(), cancel));
    }
}
