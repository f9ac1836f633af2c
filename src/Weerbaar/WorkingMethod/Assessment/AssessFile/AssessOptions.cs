namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>What the command line asks of <c>assess</c>.</summary>
/// <param name="ValueFunction"><c>base3</c>, <c>base10</c> or <c>linear</c> instead of the edition's; null keeps it.</param>
/// <param name="Weights">The id of weights instead of those the file names; null keeps them.</param>
public sealed record AssessOptions(bool Json = false, string? ValueFunction = null, string? Weights = null);
