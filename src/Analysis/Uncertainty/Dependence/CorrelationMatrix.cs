using MathNet.Numerics.LinearAlgebra;

namespace Weerbaar.Analysis.Uncertainty.Dependence;

/// <summary>No joint distribution has the correlations asked for.</summary>
public sealed class NotPositiveDefiniteException : ArgumentException
{
    internal NotPositiveDefiniteException(double[,] nearest)
        : base("The correlations contradict each other: the matrix is not positive semidefinite. The nearest matrix that is possible is offered with this refusal.") => Nearest = nearest;

    /// <summary>The nearest possible matrix, in the same measure of correlation as the one refused.</summary>
    public double[,] Nearest { get; }
}

/// <summary>Correlation matrices: checked, factored, and repaired.</summary>
public static class CorrelationMatrix
{
    private const double LeastEigenvalue = 1e-6;
    private const double Still = 1e-10;

    /// <summary>What a pivot, and what is left beside a pivot of nothing, may come to by rounding.</summary>
    private const double Rounding = 1e-9;
    private const double RoundingBeside = 1e-5;

    /// <summary>
    /// The nearest correlation matrix in the Frobenius norm, its least eigenvalue lifted to 1e-6: alternating
    /// projections with Dykstra's correction (Higham, IMA J. Numer. Anal. 22, 2002, algorithm 3.3). Time grows with the
    /// third power of the size.
    /// </summary>
    /// <param name="correlations">Symmetric, ones on the diagonal.</param>
    /// <param name="progress">Told about the share done, 0 to 1: how far the steps have become smaller, of as far as they must.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public static double[,] Nearest(double[,] correlations, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var y = Matrix<double>.Build.DenseOfArray(correlations);
        var (correction, first) = (y * 0, 0.0);
        for (var i = 0; i < 1000; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var r = y - correction;
            var x = Lift(r);
            correction = x - r;
            var next = x.Clone();
            next.SetDiagonal(Vector<double>.Build.Dense(x.RowCount, 1));
            var moved = (next - y).FrobeniusNorm();
            y = next;
            if (moved < Still)
            {
                break;
            }

            first = i == 0 ? moved : first;
            progress?.Report(Math.Clamp(Math.Log(first / moved) / Math.Log(first / Still), 0, 1));
        }

        return UnitDiagonal(Lift(y)).ToArray();
    }

    /// <summary>
    /// The lower triangle L with L·Lᵀ the matrix, or nothing when it is not positive semidefinite. Inputs that move exactly
    /// alike or opposite (correlation 1 or −1) leave a pivot of nothing; its column is then empty (Higham, Accuracy and
    /// Stability of Numerical Algorithms, 2nd ed. 2002, section 10.3).
    /// </summary>
    /// <param name="matrix">Symmetric.</param>
    /// <param name="cancel">Stops between two columns.</param>
    public static double[,]? Factor(double[,] matrix, CancellationToken cancel = default) => Factor(matrix, mayBeSingular: true, cancel);

    /// <summary>The lower triangle L with L·Lᵀ the matrix, or nothing when it is not positive definite.</summary>
    /// <param name="matrix">Symmetric.</param>
    /// <param name="cancel">Stops between two columns.</param>
    public static double[,]? Cholesky(double[,] matrix, CancellationToken cancel = default) => Factor(matrix, mayBeSingular: false, cancel);

    private static double[,]? Factor(double[,] matrix, bool mayBeSingular, CancellationToken cancel)
    {
        var n = matrix.GetLength(0);
        var lower = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            cancel.ThrowIfCancellationRequested();
            var pivot = Rest(matrix, lower, j, j);
            var isNothing = !(pivot > 1e-12);
            if (isNothing && (!mayBeSingular || !(pivot > -Rounding)))
            {
                return null;
            }

            lower[j, j] = isNothing ? 0 : Math.Sqrt(pivot);
            for (var i = j + 1; i < n; i++)
            {
                var rest = Rest(matrix, lower, i, j);
                if (isNothing && !(Math.Abs(rest) < RoundingBeside))
                {
                    return null;
                }

                lower[i, j] = isNothing ? 0 : rest / lower[j, j];
            }
        }

        return lower;
    }

    /// <summary>What the columns before <paramref name="j"/> leave of a cell.</summary>
    private static double Rest(double[,] matrix, double[,] lower, int i, int j)
    {
        var rest = matrix[i, j];
        for (var k = 0; k < j; k++)
        {
            rest -= lower[i, k] * lower[j, k];
        }

        return rest;
    }

    internal static double[,] Map(double[,] matrix, Func<double, double> change)
    {
        var n = matrix.GetLength(0);
        var changed = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                changed[i, j] = i == j ? 1 : change(matrix[i, j]);
            }
        }

        return changed;
    }

    internal static void RequireCorrelations(double[,] matrix, int size)
    {
        if (matrix.GetLength(0) != size || matrix.GetLength(1) != size)
        {
            throw new ArgumentException($"A correlation matrix of {size} inputs has {size} rows and columns.", nameof(matrix));
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                if (!(Math.Abs(matrix[i, j]) <= 1) || matrix[i, j] != matrix[j, i] || (i == j && matrix[i, j] != 1))
                {
                    throw new ArgumentException($"Row {i + 1}, column {j + 1} of the correlation matrix: correlations lie between −1 and 1, are the same both ways, and are 1 on the diagonal.", nameof(matrix));
                }
            }
        }
    }

    private static Matrix<double> Lift(Matrix<double> matrix)
    {
        var eigen = ((matrix + matrix.Transpose()) * 0.5).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Map(v => Math.Max(v.Real, LeastEigenvalue));
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(values) * eigen.EigenVectors.Transpose();
    }

    private static Matrix<double> UnitDiagonal(Matrix<double> matrix) =>
        matrix.MapIndexed((i, j, v) => i == j ? 1 : 0.5 * (v + matrix[j, i]) / Math.Sqrt(matrix[i, i] * matrix[j, j]));
}
