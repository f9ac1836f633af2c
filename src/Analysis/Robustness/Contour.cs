namespace Weerbaar.Analysis.Robustness;

/// <summary>
/// Closed lines where a grid crosses a level (marching squares, straight lines between grid points), higher ground on
/// the left. The border of the grid must lie below the level.
/// </summary>
internal static class Contour
{
    // Sides of a cell: 0 bottom, 1 right, 2 top, 3 left. Per pattern of corners above the level (1 low-left, 2 low-right,
    // 4 high-right, 8 high-left): from which side to which the line runs.
    private static readonly (int From, int To)[][] lines =
    [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [(0, 3), (2, 1)], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [(1, 0), (3, 2)], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
    ];

    internal static IEnumerable<List<(double X, double Y)>> Of(double[,] grid, double level)
    {
        var next = Pieces(grid, level);
        while (next.Count > 0)
        {
            var (loop, side) = (new List<(double, double)>(), next.Keys.First());
            while (next.Remove(side, out var following))
            {
                loop.Add(Crossing(grid, level, side));
                side = following;
            }

            yield return loop;
        }
    }

    // A side is named by its lower left grid point and whether it runs along x.
    private static Dictionary<(int I, int J, bool AlongX), (int I, int J, bool AlongX)> Pieces(double[,] grid, double level)
    {
        var next = new Dictionary<(int, int, bool), (int, int, bool)>();
        for (var i = 0; i < grid.GetLength(0) - 1; i++)
        {
            for (var j = 0; j < grid.GetLength(1) - 1; j++)
            {
                var pattern = Above(i, j, 1) | Above(i + 1, j, 2) | Above(i + 1, j + 1, 4) | Above(i, j + 1, 8);
                foreach (var (from, to) in lines[pattern])
                {
                    next[Side(i, j, from)] = Side(i, j, to);
                }
            }
        }

        return next;

        int Above(int i, int j, int bit) => grid[i, j] >= level ? bit : 0;
    }

    private static (int I, int J, bool AlongX) Side(int i, int j, int side) => side switch
    {
        0 => (i, j, true),
        1 => (i + 1, j, false),
        2 => (i, j + 1, true),
        _ => (i, j, false),
    };

    private static (double X, double Y) Crossing(double[,] grid, double level, (int I, int J, bool AlongX) side)
    {
        var (i, j, alongX) = side;
        var (from, to) = (grid[i, j], alongX ? grid[i + 1, j] : grid[i, j + 1]);
        var part = (level - from) / (to - from);
        return alongX ? (i + part, j) : (i, j + part);
    }
}
