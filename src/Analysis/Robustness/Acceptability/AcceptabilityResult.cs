namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// The measures of SMAA-2 (Lahdelma and Salminen, Operations Research 49, 2001), each with its standard error.
/// Rows are alternatives in input order; ranks count from first.
/// </summary>
public sealed record AcceptabilityResult
{
    public required long Samples { get; init; }

    /// <summary>P(alternative has rank r); rows and columns sum to 1.</summary>
    public required double[][] RankAcceptability { get; init; }

    /// <summary>The mean weights of the samples that put an alternative first; null when none did.</summary>
    public required double[]?[] CentralWeights { get; init; }

    /// <summary>P(alternative first | its central weights); null when it never was first.</summary>
    public required double?[] Confidence { get; init; }

    /// <summary>Σ over ranks of acceptability × a weight falling from 1 at the first to 0 at the last rank (centroid weights
    /// scaled to 1 at the first).</summary>
    public required double[] HolisticIndex { get; init; }

    /// <summary>P(row has a higher value than column); ties count half; the diagonal is ½.</summary>
    public required double[][] Pairwise { get; init; }

    /// <summary>Per alternative the entropy of its ranks in bits: 0 when its rank is certain.</summary>
    public required double[] RankEntropy { get; init; }

    /// <summary>Mean values.</summary>
    public required double[] MeanValue { get; init; }

    /// <summary>Quantiles of the values and their spread, from the second pass.</summary>
    public required ValueSummary[] Values { get; init; }

    public required AcceptabilityErrors StandardError { get; init; }
}

/// <summary>The 5 %, 50 % and 95 % quantiles and the standard deviation of a value.</summary>
public sealed record ValueSummary(double Q05, double Q50, double Q95, double Deviation);

/// <summary>
/// Standard errors. For plain Monte Carlo of a probability √(p(1−p)/n); for quasi-Monte Carlo from the spread of the
/// shifted lattices. <see cref="Largest"/> is what a run "until the error is at most e" looks at.
/// </summary>
public sealed record AcceptabilityErrors
{
    /// <summary>The largest standard error of any rank acceptability.</summary>
    public required double Largest { get; init; }

    public required double[][] RankAcceptability { get; init; }

    public required double[][] Pairwise { get; init; }

    public required double[]?[] CentralWeights { get; init; }

    public required double?[] Confidence { get; init; }

    public required double[] MeanValue { get; init; }

    /// <summary>Samples of the second pass, behind confidence factors and quantiles.</summary>
    public required long SecondPassSamples { get; init; }
}
