namespace Weerbaar.Analysis.Scales;

/// <summary>Something was given that the method edition does not allow. The problem is worded for the person who gave it.</summary>
public sealed class MethodInputException(string field, Words problem) : Exception(problem.En)
{
    /// <summary>What it is about: the id of an axis, a criterion, an indicator; or <c>likelihood</c>, <c>weights</c>, <c>overall</c>.</summary>
    public string Field { get; } = field;

    public Words Problem { get; } = problem;
}
