namespace Weerbaar.Analysis.Elicitation;

/// <summary>The axis on which a quantity is treated as uniform between its bounds.</summary>
public enum QuestionScale
{
    /// <summary>The quantity itself.</summary>
    Uniform,

    /// <summary>The natural logarithm of the quantity, for answers that span orders of magnitude. Values are above zero.</summary>
    Logarithmic,
}

/// <summary>
/// A question put to a panel of experts. With a realisation it is a seed question: the true value is known to the
/// analyst and not to the experts, and serves to score them. Without one it is a target question.
/// </summary>
/// <param name="Name">How the question is called in results. Unique in a panel.</param>
/// <param name="Realisation">The true value in the question's own unit, finite; null for a target question.</param>
/// <param name="Scale">The axis of the background measure.</param>
public sealed record Question(string Name, double? Realisation = null, QuestionScale Scale = QuestionScale.Uniform)
{
    public bool IsSeed => Realisation is not null;

    internal double OnAxis(double value) => Scale == QuestionScale.Logarithmic ? Math.Log(value) : value;

    internal double FromAxis(double value) => Scale == QuestionScale.Logarithmic ? Math.Exp(value) : value;
}
