using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>Reads <c>alt,crit,lo,best,hi</c>: triangular scores from 0 to 1, one line for each alternative and criterion.</summary>
public sealed class ScoreTable
{
    private const string Header = "alt,crit,lo,best,hi";
    private const int MostScores = AcceptabilityInput.MostAlternatives * 64;

    private readonly List<string> alternatives = [];
    private readonly List<string> criteria = [];
    private readonly Dictionary<string, Named> alternativeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> criterionOf = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Scored> scores = [];

    private readonly string file;

    private ScoreTable(string file) => this.file = file;

    /// <summary>The input a table and a weight expression make together; <paramref name="file"/> is its name in messages.</summary>
    public static SimulateInput Read(string text, string weights, string file = "scores", CancellationToken cancel = default)
    {
        var table = new ScoreTable(file);
        var lines = text.TrimStart('\uFEFF').Split('\n');
        table.Refuse(lines[0].TrimEnd('\r') != Header, 1, $"The table must start with the header \"{Header}\", with commas between the values and points in the numbers.");
        for (var k = 1; k < lines.Length; k++)
        {
            var line = lines[k].TrimEnd('\r');
            if (line.Length > 0)
            {
                table.Add(line, k + 1);
            }
        }

        return table.ToInput(weights, cancel);
    }

    private void Add(string line, int number)
    {
        var cells = line.Split(',');
        Refuse(cells.Length != 5, number, $"Expected 5 values ({Header}), found {cells.Length}.{(cells.Length > 5 ? SimulateInputException.PointInNumbers : "")}");
        Refuse(cells[0].Length == 0 || cells[1].Length == 0, number, "The name of the alternative or the criterion is empty.");
        var (low, best, high) = (Number(cells[2], "lo", number), Number(cells[3], "best", number), Number(cells[4], "hi", number));
        Refuse(low > best || best > high, number, $"lo ≤ best ≤ hi does not hold ({cells[2]}, {cells[3]}, {cells[4]}); put the three in rising order.");
        var place = Key(Place(cells[0], alternatives, alternativeOf), Place(cells[1], criteria, criterionOf));
        Refuse(alternatives.Count > AcceptabilityInput.MostAlternatives, number, $"More than {AcceptabilityInput.MostAlternatives} alternatives. Select the ones that matter first, or rank in groups.");
        Refuse(criteria.Count > AcceptabilityInput.MostCriteria, number, $"More than {AcceptabilityInput.MostCriteria} criteria.");
        Refuse(scores.Count >= MostScores, number, $"More than {MostScores} scores in one table.");
        Refuse(scores.TryGetValue(place, out var earlier), number, $"{cells[0]} already has a score on {cells[1]}, on line {earlier?.Line}; keep one of the two.");
        scores[place] = new(new Triangular(low, best, high), number);
    }

    private SimulateInput ToInput(string weights, CancellationToken cancel)
    {
        Refuse(scores.Count == 0, 0, "The table has a header but no scores.");
        var inOrder = new Triangular[alternatives.Count * criteria.Count];
        for (var k = 0; k < inOrder.Length; k++)
        {
            var (a, c) = (k / criteria.Count, k % criteria.Count);
            Refuse(!scores.TryGetValue(Key(a, c), out var found), 0, $"{alternatives[a]} has no score on {criteria[c]}; every alternative needs one line for every criterion.");
            inOrder[k] = found!.Score;
        }

        var numbers = new AcceptabilityInput(alternatives.Count, inOrder, WeightExpression.Read(weights, criteria, cancel));
        return new SimulateInput(alternatives, criteria, numbers, Canonical(inOrder), weights);
    }

    private string Canonical(Triangular[] inOrder)
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var k = 0; k < inOrder.Length; k++)
        {
            var (score, alternative, criterion) = (inOrder[k], alternatives[k / criteria.Count], criteria[k % criteria.Count]);
            text.Append(CultureInfo.InvariantCulture, $"{alternative},{criterion},{SimulateInput.Number(score.Low)},{SimulateInput.Number(score.Best)},{SimulateInput.Number(score.High)}\n");
        }

        return text.ToString();
    }

    private static long Key(int alternative, int criterion) => ((long)alternative << 32) | (uint)criterion;

    private static int Place(string name, List<string> names, Dictionary<string, Named> known)
    {
        if (!known.TryGetValue(name, out var named))
        {
            known[name] = named = new(names.Count);
            names.Add(name);
        }

        return named.Place;
    }

    private double Number(string cell, string column, int line)
    {
        var read = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        Refuse(!read || !double.IsFinite(value), line, $"{column} is \"{cell}\"; it must be a finite number written with a decimal point.");
        Refuse(value is < 0 or > 1, line, $"{column} is {cell}; scores lie from 0 to 1.");
        return value + 0.0;
    }

    private void Refuse(bool refused, int line, string message) => SimulateInputException.If(refused, file, line, message);

    // Classes, because a dictionary of values would be compiled for them at every start.
    private sealed record Named(int Place);

    private sealed record Scored(Triangular Score, int Line);
}
