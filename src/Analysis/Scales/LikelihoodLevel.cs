using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>A class, or a sub-level of it, as the interval of probabilities it stands for.</summary>
public sealed record LikelihoodLevel(LikelihoodClass Class, SubLevel? SubLevel)
{
    public string Id => SubLevel is null ? Class.Id : $"{Class.Id}-{SubLevel.Id}";

    public Probability From => SubLevel?.From ?? Class.From;

    public Probability To => SubLevel?.To ?? Class.To;

    /// <summary>The middle of the interval on a logarithmic axis: the best estimate when nothing more is known.</summary>
    public Probability Middle => Probability.MiddleOf(From, To);
}
