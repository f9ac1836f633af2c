using System.Globalization;
using System.Text.RegularExpressions;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>
/// The pair of text files of the program Excalibur. In the .dtt a first line with the quantile percentages after "QU=", then a
/// row per answer: expert number and name, question number and name, scale (uni or log), quantiles. In the .rls a row per
/// question: number, name, realisation, scale. Numbers may differ between the two files, names tie them together. Values from
/// −1000 to −990 mean that there is none.
/// </summary>
/// <param name="dtt">The name of the one file.</param>
/// <param name="rls">The name of the other.</param>
internal sealed partial class Excalibur(string dtt, string rls)
{
    private const string point = " Numbers have a point, such as 4.5.";

    private readonly PanelDraft draft = new(dtt);
    private readonly List<Realised> realisations = [];
    private readonly HashSet<int> used = [];
    private readonly Dictionary<int, (int Index, string Name, QuestionScale Scale, int Line)> questions = [];
    private readonly Dictionary<int, (string Called, string Name, int Line)> experts = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public PanelDraft Read(string answers, string realisations)
    {
        ReadRealisations(realisations);
        ReadAnswers(answers);
        CheckAllUsed();
        return draft;
    }

    private void ReadRealisations(string text)
    {
        foreach (var (line, row) in Rows(text))
        {
            var found = Realisation().Match(row);
            if (!found.Success)
            {
                draft.Faults.Add(rls, line, $"it is not a question number, a name, a realisation and a scale (uni or log).{point}");
                continue;
            }

            var read = new Realised(Whole(found.Groups["number"]), found.Groups["name"].Value.Trim(), Parse(found.Groups["value"].Value), Scale(found));
            if (realisations.Exists(earlier => (earlier.Number, earlier.Name) == (read.Number, read.Name)))
            {
                draft.Faults.Add(rls, line, $"question {read.Number} '{read.Name}' stands there twice. Keep one of the two.");
            }
            else if (!double.IsFinite(read.Value))
            {
                draft.Faults.Add(rls, line, $"the realisation of '{read.Name}' is not a finite number.");
            }

            realisations.Add(read);
        }
    }

    private void CheckAllUsed()
    {
        foreach (var row in realisations.Where((row, place) => !IsNone(row.Value) && !used.Contains(place) && !draft.Faults.Any))
        {
            draft.Faults.Add(rls, 0, $"Question {row.Number} '{row.Name}' has a realisation but is not in the .dtt. Give it the same name in both files.");
        }
    }

    /// <summary>The realisation of a question by its name, and by its number too where names repeat; null when it has none.</summary>
    private Realised? RealisationOf(int number, string name)
    {
        var places = Enumerable.Range(0, realisations.Count).Where(place => realisations[place].Name == name).ToList();
        var at = places.Count == 1 ? places[0] : places.FindIndex(place => realisations[place].Number == number) is >= 0 and var same ? places[same] : -1;
        if (at < 0)
        {
            return null;
        }

        used.Add(at);
        return IsNone(realisations[at].Value) ? null : realisations[at];
    }

    private void ReadAnswers(string text)
    {
        var rows = Rows(text).ToList();
        if (rows.Count == 0 || !ReadLevels(rows[0].Row))
        {
            draft.Fault(1, "it must hold the quantiles as percentages that rise between 0 and 100, like QU=   5  50  95.");
            return;
        }

        foreach (var (line, row) in rows.Skip(1))
        {
            ReadAnswer(line, row);
        }
    }

    private bool ReadLevels(string heading)
    {
        var at = heading.IndexOf("QU=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        var levels = heading[(at + 3)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => Parse(part) / 100).ToArray();
        draft.Levels = levels;
        return levels.Length > 0 && levels.All(level => level is > 0 and < 1) && levels.Zip(levels.Skip(1)).All(pair => pair.First < pair.Second);
    }

    private void ReadAnswer(int line, string row)
    {
        var found = FixedAnswer().Match(row) is { Success: true } inColumns ? inColumns : FreeAnswer().Match(row);
        var numbers = found.Groups["rest"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(draft.Levels.Count).Select(Parse).ToArray();
        if (!found.Success || numbers.Length < draft.Levels.Count || !numbers.All(double.IsFinite))
        {
            draft.Fault(line, $"it is not an expert, a question, a scale (uni or log) and {draft.Levels.Count} finite quantiles.{point}");
            return;
        }

        if (numbers.Any(IsNone))
        {
            Array.Fill(numbers, double.NaN);
        }

        if (QuestionOf(line, found) is { } question && ExpertOf(line, found) is { } expert)
        {
            draft.Answer(line, question, draft.Invite(expert), numbers);
        }
    }

    private int? QuestionOf(int line, Match row)
    {
        var (number, name, scale) = (Whole(row.Groups["question"]), row.Groups["name"].Value.Trim(), Scale(row));
        if (!questions.TryGetValue(number, out var known))
        {
            return Ask(line, number, name, scale);
        }

        if ((known.Name, known.Scale) == (name, scale))
        {
            return known.Index;
        }

        draft.Fault(line, $"question {number} is '{name}' with scale {WordOf(scale)}, and '{known.Name}' with scale {WordOf(known.Scale)} on line {known.Line}. Make them the same.");
        return null;
    }

    private int? Ask(int line, int number, string name, QuestionScale scale)
    {
        var realised = RealisationOf(number, name);
        var called = name.Length > 0 && taken.Add(name) ? name : $"{name} ({number})".Trim();
        if (scale == QuestionScale.Logarithmic && realised?.Value <= 0)
        {
            draft.Fault($"The realisation of question {number} '{called}' must be above zero on a logarithmic scale.");
        }

        if (realised is not null && realised.Scale != scale)
        {
            draft.Remark($"'{called}' has scale {WordOf(scale)} in the .dtt and {WordOf(realised.Scale)} in the .rls; that of the .dtt was used.");
        }

        if (draft.Ask(line, new Question(called, realised?.Value, scale)) is not { } index)
        {
            return null;
        }

        questions[number] = (index, name, scale, line);
        return index;
    }

    private string? ExpertOf(int line, Match row)
    {
        var (number, name) = (Whole(row.Groups["number"]), row.Groups["expert"].Value.Trim());
        if (!experts.TryGetValue(number, out var known))
        {
            var called = name.Length > 0 && experts.Values.All(other => other.Called != name) ? name : $"{name} ({number})".Trim();
            known = experts[number] = (called, name, line);
        }

        if (known.Name == name)
        {
            return known.Called;
        }

        draft.Fault(line, $"expert {number} is '{name}', and '{known.Name}' on line {known.Line}. Make them the same.");
        return null;
    }

    private static QuestionScale Scale(Match row) =>
        row.Groups["scale"].Value.Equals("log", StringComparison.OrdinalIgnoreCase) ? QuestionScale.Logarithmic : QuestionScale.Uniform;

    private static string WordOf(QuestionScale scale) => scale == QuestionScale.Logarithmic ? "log" : "uni";

    private static bool IsNone(double value) => value is >= -1000 and <= -990;

    private static int Whole(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private sealed record Realised(int Number, string Name, double Value, QuestionScale Scale);

    private static IEnumerable<(int Line, string Row)> Rows(string text) =>
        text.Split('\n').Select((row, index) => (index + 1, row.TrimEnd('\r', '\u001A'))).Where(row => !string.IsNullOrWhiteSpace(row.Item2));

    /// <summary>Columns as Excalibur writes them, so that names may hold spaces and digits.</summary>
    [GeneratedRegex(@"^(?<number> *\d+)(?<=^.{5}) (?<expert>.{8})(?<question> +\d+)(?<=^.{19})\s*(?<name>.*?)\s+(?<scale>uni|log)\s+(?<rest>[-+.\d].*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FixedAnswer();

    [GeneratedRegex(@"^\s*(?<number>\d{1,6})\s+(?<expert>\S+)\s+(?<question>\d{1,6})\s+(?<name>.*?)\s+(?<scale>uni|log)\s+(?<rest>[-+.\d].*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FreeAnswer();

    [GeneratedRegex(@"^\s*(?<number>\d{1,6})\s(?<name>.*?)\s+(?<value>[-+]?[.\d][-+.\dE]*)\s+(?<scale>uni|log)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Realisation();
}
