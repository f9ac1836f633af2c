namespace Weerbaar.Analysis.Tests.Uncertainty;

/// <summary>
/// Whether stated standard errors are those that occur: neither a third too small nor a third too large. That an interval of
/// two errors nearly always holds the truth is also so of errors that are much too large; how often one error does, and the
/// mean square of error over stated error, tell the two apart.
/// </summary>
internal static class StatedErrors
{
    /// <param name="runs">Per seed how far an estimate is off, and the standard error that is stated with it.</param>
    internal static void ShouldBeThoseThatOccur(IReadOnlyList<(double Off, double Stated)> runs, string of)
    {
        var ratios = runs.Select(r => Math.Abs(r.Off) / r.Stated).ToList();
        ratios.ShouldAllBe(r => double.IsFinite(r), of);
        var (one, two, square) = (Share(ratios, 1), Share(ratios, 1.96), Math.Sqrt(ratios.Average(r => r * r)));
        var found = FormattableString.Invariant($"{of}: within one error {one:P1}, within 1.96 {two:P1}, root mean square {square:F2}");

        // Of 200 runs; 68.3 % and 95 %, four standard errors of such shares lower (16 lattices give Student's 15 degrees) and higher.
        one.ShouldBeInRange(0.53, 0.80, found);
        two.ShouldBeInRange(0.87, 0.995, found);
        square.ShouldBeInRange(0.80, 1.30, found);
    }

    private static double Share(List<double> ratios, double within) => ratios.Count(r => r <= within) / (double)ratios.Count;
}
