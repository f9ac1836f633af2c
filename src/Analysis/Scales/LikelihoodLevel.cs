using Weerbaar.Analysis.Quantities;

namespace Weerbaar.Analysis.Scales;

/// <summary>A class, or a sub-level of it, as the interval of probabilities it stands for.</summary>
public sealed record LikelihoodLevel(LikelihoodClass Class, SubLevel? SubLevel)
{
    public string Id => SubLevel is null ? Class.Id : $"{Class.Id}-{SubLevel.Id}";

    /// <summary>The id, with the sub-level in words: C-high, C-hoog.</summary>
    public Words Name => SubLevel is { } part ? new($"{Class.Id}-{part.Label.Nl}", $"{Class.Id}-{part.Label.En}") : new(Class.Id, Class.Id);

    public Probability From => SubLevel?.From ?? Class.From;

    public Probability To => SubLevel?.To ?? Class.To;

    /// <summary>Whether somebody means this level who writes it by its id or its name, in capitals or not.</summary>
    internal bool IsWritten(string text) => new[] { Id, Name.Nl, Name.En }.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The middle of the interval on a logarithmic axis: the best estimate when nothing more is known.</summary>
    public Probability Middle => Probability.MiddleOf(From, To);
}
