namespace Weerbaar.Analysis.Robustness.Weights;

/// <summary>
/// How much room linear constraints leave to weights: the largest t such that some weights satisfy every constraint
/// with t to spare, found by the simplex method with Bland's rule. Negative when the constraints contradict each other.
/// </summary>
internal sealed class WeightRoom
{
    // Large enough that w = (0, …, 0, 1) with −Start to spare satisfies anything, so the search starts feasible.
    private readonly double start;
    private readonly double[][] rows;
    private readonly int criteria;

    private WeightRoom(int criteria, IReadOnlyList<WeightConstraint> constraints)
    {
        this.criteria = criteria;
        start = 4 + constraints.Select(c => Math.Abs(c.AtLeast) + c.Coefficients.Values.Sum(Math.Abs)).DefaultIfEmpty(0).Max();
        rows = [.. Enumerable.Range(0, criteria).Select(NotNegative).Concat(constraints.Select(Row))];
    }

    /// <summary>The room and the weights in the middle of it.</summary>
    internal static (double Room, double[] Centre) Of(int criteria, IReadOnlyList<WeightConstraint> constraints, CancellationToken cancel) =>
        new WeightRoom(criteria, constraints).Solve(cancel);

    // With w of the last criterion = 1 − Σ others, a·w − b ≥ t − start becomes Σ(a_last − a_j)·w_j + t ≤ a_last − b + start.
    private double[] Row(WeightConstraint constraint)
    {
        var last = constraint.Coefficients.GetValueOrDefault(criteria - 1);
        var row = new double[criteria + 1];
        for (var j = 0; j < criteria - 1; j++)
        {
            row[j] = last - constraint.Coefficients.GetValueOrDefault(j);
        }

        row[criteria - 1] = 1;
        row[criteria] = last - constraint.AtLeast + start;
        return row;
    }

    private double[] NotNegative(int criterion) => Row(new("", new Dictionary<int, double> { [criterion] = 1 }, 0));

    private (double Room, double[] Centre) Solve(CancellationToken cancel)
    {
        var (basis, values) = (Enumerable.Range(criteria, rows.Length).ToArray(), rows.Select(r => (double[])[.. r]).ToArray());
        var gain = new double[criteria + rows.Length];
        gain[criteria - 1] = 1;
        var tableau = new Tableau(values, basis, gain);
        tableau.Maximise(cancel);
        var found = tableau.Solution(criteria);
        var weights = found.Take(criteria - 1).Append(1 - found.Take(criteria - 1).Sum()).ToArray();
        return (found[criteria - 1] - start, weights);
    }

    private sealed class Tableau(double[][] start, int[] basis, double[] gain)
    {
        private readonly int rows = start.Length;
        private readonly int columns = gain.Length;
        private readonly double[][] cells = Widen(start, gain.Length);
        private readonly double[] reduced = [.. gain];

        internal void Maximise(CancellationToken cancel)
        {
            for (var step = 0; step < 20_000; step++)
            {
                cancel.ThrowIfCancellationRequested();
                var enter = Array.FindIndex(reduced, g => g > 1e-11);
                if (enter < 0 || Leaving(enter) is not (>= 0 and var leave))
                {
                    return;
                }

                Pivot(leave, enter);
            }
        }

        internal double[] Solution(int count)
        {
            var solution = new double[count];
            for (var i = 0; i < rows; i++)
            {
                if (basis[i] < count)
                {
                    solution[basis[i]] = cells[i][columns];
                }
            }

            return solution;
        }

        private static double[][] Widen(double[][] rows, int columns) => [.. rows.Select((row, i) =>
        {
            var wide = new double[columns + 1];
            row.AsSpan(0, row.Length - 1).CopyTo(wide);
            wide[row.Length - 1 + i] = 1;
            wide[columns] = row[^1];
            return wide;
        })];

        private int Leaving(int enter)
        {
            var (leave, least) = (-1, double.PositiveInfinity);
            for (var i = 0; i < rows; i++)
            {
                var ratio = cells[i][enter] > 1e-11 ? cells[i][columns] / cells[i][enter] : double.PositiveInfinity;
                if (ratio < least - 1e-13 || (leave >= 0 && ratio <= least && basis[i] < basis[leave]))
                {
                    (leave, least) = (i, ratio);
                }
            }

            return leave;
        }

        private void Pivot(int row, int column)
        {
            var pivot = cells[row][column];
            for (var k = 0; k <= columns; k++)
            {
                cells[row][k] /= pivot;
            }

            for (var i = 0; i < rows; i++)
            {
                Subtract(i == row ? 0 : cells[i][column], cells[i], cells[row], columns + 1);
            }

            Subtract(reduced[column], reduced, cells[row], columns);
            basis[row] = column;
        }

        private static void Subtract(double times, double[] from, double[] what, int count)
        {
            for (var k = 0; times != 0 && k < count; k++)
            {
                from[k] -= times * what[k];
            }
        }
    }
}
