using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Dependence;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>
/// Rank correlations between uncertain scores, as a square CSV: names in the first row and column. Names are scores
/// (<c>alternative/criterion</c>), or criteria (then the scores of every alternative move together so), or alternatives
/// (then their scores on every criterion do).
/// </summary>
public sealed class CorrelationTable
{
    /// <summary>Checking and repairing a matrix takes time that grows with the third power of its size.</summary>
    private const int MostNames = 256;

    private readonly string file;
    private readonly string[] names;
    private readonly double[,] matrix;

    private CorrelationTable(string file, string[] names, double[,] matrix) => (this.file, this.names, this.matrix) = (file, names, matrix);

    /// <summary>Reads what <see cref="Write"/> writes; empty lines do not count.</summary>
    /// <exception cref="SimulateInputException">It is no such table; the message says on which line.</exception>
    public static CorrelationTable Read(string text, string file = "correlations")
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select((line, k) => (Cells: line.TrimEnd('\r').Split(','), Number: k + 1)).Where(l => l.Cells is not [""]).ToList();
        SimulateInputException.If(lines.Count < 2, file, 0, "The table of correlations is empty. Its first row and first column hold the names, the other cells the correlations.");
        var names = lines[0].Cells[1..];
        var table = new CorrelationTable(file, names, new double[names.Length, names.Length]);
        table.Refuse(names.Length > MostNames, 0, $"The table of correlations has {names.Length} names; at most {MostNames} can be correlated at a time.");
        table.Refuse(names.Distinct(StringComparer.Ordinal).Count() < names.Length, lines[0].Number, "This line names something twice.");
        table.Refuse(lines.Count != names.Length + 1, 0, $"The correlations have {names.Length} columns and {lines.Count - 1} rows; they must be as many.");
        for (var i = 0; i < names.Length; i++)
        {
            table.Row(lines[i + 1].Cells, lines[i + 1].Number, i);
        }

        table.RequireSymmetry();
        return table;
    }

    /// <summary>The input with these correlations; what moved together before still does.</summary>
    /// <param name="input">What is correlated.</param>
    /// <param name="progress">Told the share done, 0 to 1, of a search for the nearest possible.</param>
    /// <param name="cancel">Stops that search.</param>
    /// <exception cref="SimulateInputException">Names that do not exist, or correlations that contradict each other: then the nearest possible are offered.</exception>
    public SimulateInput In(SimulateInput input, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var groups = Groups(input);
        RequireFree(input, groups);
        try
        {
            var (numbers, first) = (input.Numbers, new GaussianCopula(groups[0], matrix, progress, cancel));
            return input with
            {
                Numbers = new AcceptabilityInput(numbers.Alternatives, numbers.Scores, numbers.Weights, [.. numbers.Dependences, .. groups.Select(first.Of)]),
                Correlations = Write(),
            };
        }
        catch (NotPositiveDefiniteException refusal)
        {
            throw new ImpossibleCorrelationsException(new CorrelationTable(file, names, refusal.Nearest));
        }
    }

    /// <summary>The table as text, the one way to write it.</summary>
    public string Write()
    {
        var text = new StringBuilder("correlation");
        Array.ForEach(names, name => text.Append(',').Append(name));
        for (var i = 0; i < names.Length; i++)
        {
            text.Append('\n').Append(names[i]);
            for (var j = 0; j < names.Length; j++)
            {
                text.Append(',').Append(SimulateInput.Number(matrix[i, j]));
            }
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The largest difference between a cell here and there; the names are the same.</summary>
    public double FarthestFrom(CorrelationTable other) => matrix.Cast<double>().Zip(other.matrix.Cast<double>(), (a, b) => Math.Abs(a - b)).Max();

    private void Row(string[] cells, int line, int row)
    {
        Refuse(cells.Length != names.Length + 1, line, $"Expected {names.Length + 1} values, found {cells.Length}.{(cells.Length > names.Length + 1 ? SimulateInputException.PointInNumbers : "")}");
        Refuse(cells[0] != names[row], line, $"This is the row of \"{cells[0]}\" where \"{names[row]}\" is expected: rows come in the order of the columns.");
        for (var j = 0; j < names.Length; j++)
        {
            var read = double.TryParse(cells[j + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
            Refuse(!read || !(Math.Abs(value) <= 1), line, $"\"{cells[j + 1]}\" under {names[j]} is not a correlation, a number from -1 to 1.");
            Refuse(row == j && value != 1, line, $"{names[row]} has {cells[j + 1]} with itself; that is always 1.");
            matrix[row, j] = value + 0.0;
        }
    }

    private void RequireSymmetry()
    {
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Refuse(matrix[i, j] != matrix[j, i], 0, $"The correlation of {names[i]} with {names[j]} is {SimulateInput.Number(matrix[i, j])}, but of {names[j]} with {names[i]} {SimulateInput.Number(matrix[j, i])}; make them the same.");
            }
        }
    }

    private List<int[]> Groups(SimulateInput input)
    {
        var (alternatives, criteria) = (input.Alternatives, input.Criteria);
        if (Among(criteria) is { } some)
        {
            return [.. alternatives.Select((_, a) => Array.ConvertAll(some, c => (a * criteria.Count) + c))];
        }

        return Among(alternatives) is { } chosen
            ? [.. criteria.Select((_, c) => Array.ConvertAll(chosen, a => (a * criteria.Count) + c))]
            : [Scores(input)];
    }

    /// <summary>The places of all names in a list; null when one is not in it.</summary>
    private int[]? Among(IReadOnlyList<string> all)
    {
        var places = all.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        return names.All(places.ContainsKey) ? Array.ConvertAll(names, name => places[name]) : null;
    }

    private int[] Scores(SimulateInput input)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < input.Numbers.Scores.Count; k++)
        {
            places.TryAdd(Name(input, k), k);
        }

        var unknown = names.Where(name => !places.ContainsKey(name)).OrderBy(name => input.Criteria.Contains(name) || input.Alternatives.Contains(name)).FirstOrDefault();
        return unknown is null
            ? Array.ConvertAll(names, name => places[name])
            : throw new SimulateInputException($"{file}: The correlations name \"{unknown}\", which is not a score. Write alternative/criterion, such as {Name(input, 0)}; or name only criteria ({string.Join(", ", input.Criteria.Take(10))}), or only alternatives ({string.Join(", ", input.Alternatives.Take(10))}).");
    }

    private static string Name(SimulateInput input, int score) => $"{input.Alternatives[score / input.Criteria.Count]}/{input.Criteria[score % input.Criteria.Count]}";

    private void RequireFree(SimulateInput input, List<int[]> groups)
    {
        var taken = input.Numbers.Dependences.SelectMany(d => d.Inputs).Intersect(groups.SelectMany(g => g)).ToList();
        Refuse(taken.Count > 0, 0, $"The correlations name {string.Join(", ", taken.Take(10).Select(k => Name(input, k)))}, but the overall value is judged there as one, so its criteria move together already. Leave that scenario out of the correlations.");
    }

    private void Refuse(bool refused, int line, string message) => SimulateInputException.If(refused, file, line, message);
}

/// <summary>Correlations that no distribution has; the nearest that one has come with it.</summary>
public sealed class ImpossibleCorrelationsException(CorrelationTable nearest) : SimulateInputException(
    "The correlations contradict each other: their matrix is not positive semidefinite, so no scores can move together like that.")
{
    /// <summary>The nearest possible correlations.</summary>
    public CorrelationTable Nearest => nearest;
}
