using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Stochastic multicriteria acceptability analysis: how often is each alternative first, second, … when scores and
/// weights are only known as distributions? Same input and plan, same bits: on any machine, any number of threads, in
/// one run or in parts. Time grows with samples × alternatives × (criteria + log² alternatives).
/// </summary>
public static class Acceptability
{
    /// <summary>Share of the progress of a run until an error that the counting takes.</summary>
    private const double BeforeSecond = 0.9;

    /// <summary>Runs the whole plan.</summary>
    public static AcceptabilityResult Run(AcceptabilityInput input, SamplingPlan sampling, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var first = sampling.Samples / (double)(sampling.Samples + Math.Min(sampling.Samples, 2 * SecondPass.SamplesFor(input)));
        var tally = Count(input, sampling, 1, 1, new PartOfProgress(progress, 0, first), cancel);
        return Conclude(input, sampling, tally, new PartOfProgress(progress, first, 1), cancel);
    }

    /// <summary>
    /// Runs until the largest standard error of a rank acceptability is at most <paramref name="error"/>, doubling the
    /// samples from 16 384; stops at the samples of <paramref name="limit"/>, and then says so by a larger error. The result
    /// is that of one run of as many samples.
    /// </summary>
    public static (AcceptabilityResult Result, SamplingPlan Plan) RunUntil(AcceptabilityInput input, double error, SamplingPlan limit, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (!(error > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(error), error, "The error to reach must be above 0.");
        }

        AcceptabilityTally? tally = null;
        var (wanted, shown) = (double.PositiveInfinity, 0.0);
        for (var samples = 16384L; ; samples *= 2)
        {
            var sampling = new SamplingPlan(Math.Min(samples, limit.Samples), limit.Seed, limit.Kind, limit.Threads);
            var then = Math.Clamp(BeforeSecond * sampling.Samples / wanted, shown, BeforeSecond);
            tally = Further(input, sampling, tally, new PartOfProgress(progress, shown, then), cancel);
            shown = then;
            var reached = new Summary(input, sampling, tally).Largest();
            if (reached <= error || samples >= limit.Samples)
            {
                return (Conclude(input, sampling, tally, new PartOfProgress(progress, BeforeSecond, 1), cancel), sampling);
            }

            wanted = Math.Min(limit.Samples, sampling.Samples * (reached / error) * (reached / error));
        }
    }

    /// <summary>Runs one part of the plan; the tallies of all parts, added up, are those of the whole.</summary>
    public static AcceptabilityTally Count(AcceptabilityInput input, SamplingPlan sampling, int part, int of, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var (from, to) = sampling.Part(part, of);
        return Count(input, sampling, from, to, progress, cancel);
    }

    // The chunks of plain Monte Carlo stay what they are when more are drawn; a larger lattice is another one.
    private static AcceptabilityTally Further(AcceptabilityInput input, SamplingPlan sampling, AcceptabilityTally? before, IProgress<double>? progress, CancellationToken cancel)
    {
        if (before is null || sampling.Kind == SamplingKind.QuasiMonteCarlo)
        {
            return Count(input, sampling, 0, sampling.Chunks, progress, cancel);
        }

        before.Add(Count(input, sampling, before.Samples / sampling.ChunkSize, sampling.Chunks, progress, cancel));
        return before;
    }

    private static AcceptabilityTally Count(AcceptabilityInput input, SamplingPlan sampling, long from, long to, IProgress<double>? progress, CancellationToken cancel)
    {
        var plan = new ScorePlan(input);
        var even = sampling.Kind == SamplingKind.QuasiMonteCarlo;
        var lattice = even ? new Lattice(sampling.ChunkSize, (input.Alternatives + 1) * input.Criteria, new PartOfProgress(progress, 0, Lattice.ShareOfRun), cancel) : null;
        var total = new AcceptabilityTally(input.Alternatives, input.Criteria, lattice?.Size ?? 0);
        Chunks.ForEach(from, to, sampling.Threads, () => new AcceptabilityWorker(plan, sampling, lattice), (worker, chunk) => worker.Run(chunk), Finish, new PartOfProgress(progress, even ? Lattice.ShareOfRun : 0, 1), cancel);
        return total;

        void Finish(AcceptabilityWorker worker)
        {
            worker.Close();
            total.Add(worker.Tally);
        }
    }

    /// <summary>Turns the tally of a whole plan into the measures, with the second pass for confidence factors and quantiles.</summary>
    public static AcceptabilityResult Conclude(AcceptabilityInput input, SamplingPlan sampling, AcceptabilityTally tally, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        if (tally.Samples != sampling.Samples)
        {
            throw new ArgumentException($"The parts hold {tally.Samples} samples, the plan asks for {sampling.Samples}: a part is missing or was given twice.", nameof(tally));
        }

        var summary = new Summary(input, sampling, tally);
        return summary.With(SecondPass.Run(new ScorePlan(input), sampling, tally, summary.CentralWeights(), progress, cancel));
    }
}
