namespace Weerbaar.Analysis.Uncertainty.Sampling;

/// <summary>The progress of a part of some work, told as the progress of the whole: from one share to another.</summary>
/// <param name="whole">Told the share of the whole; nobody when null.</param>
/// <param name="from">Share done when the part begins.</param>
/// <param name="to">Share done when it ends.</param>
public sealed class PartOfProgress(IProgress<double>? whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole?.Report(from + ((to - from) * value));
}
