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
internal sealed partial class Excalibur
{
    private readonly PanelDraft draft = new();
    private readonly List<(int Number, string Name, double Value)> realisations = [];
    private readonly HashSet<int> used = [];
    private readonly Dictionary<int, int> questions = [];
    private readonly Dictionary<int, string> experts = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public static PanelDraft Parse(string answers, string realisations)
    {
        var pair = new Excalibur();
        pair.ReadRealisations(realisations);
        pair.ReadAnswers(answers);
        pair.CheckAllUsed();
        return pair.draft;
    }

    private void ReadRealisations(string text)
    {
        foreach (var (line, row) in Rows(text))
        {
            var found = Realisation().Match(row);
            if (!found.Success)
            {
                draft.Fault($"Line {line} of the .rls: it is not a question number, a name, a realisation and a scale (uni or log).");
                continue;
            }

            realisations.Add((Whole(found.Groups["number"]), found.Groups["name"].Value.Trim(), Parse(found.Groups["value"].Value)));
        }
    }

    private void CheckAllUsed()
    {
        foreach (var row in realisations.Where((row, place) => !IsNone(row.Value) && !used.Contains(place) && !draft.HasFaults))
        {
            draft.Fault($"Question {row.Number} '{row.Name}' of the .rls has a realisation but is not in the .dtt. Give it the same name in both files.");
        }
    }

    /// <summary>The realisation of a question by its name, and by its number too where names repeat; null when it has none.</summary>
    private double? RealisationOf(int number, string name)
    {
        var places = Enumerable.Range(0, realisations.Count).Where(place => realisations[place].Name == name).ToList();
        var at = places.Count == 1 ? places[0] : places.FindIndex(place => realisations[place].Number == number) is >= 0 and var same ? places[same] : -1;
        if (at < 0)
        {
            return null;
        }

        used.Add(at);
        return IsNone(realisations[at].Value) ? null : realisations[at].Value;
    }

    private void ReadAnswers(string text)
    {
        var rows = Rows(text).ToList();
        if (rows.Count == 0 || !ReadLevels(rows[0].Row))
        {
            draft.Fault("Line 1 of the .dtt: it must hold the quantiles as percentages that rise between 0 and 100, like QU=   5  50  95.");
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
            draft.Fault($"Line {line} of the .dtt: it is not an expert, a question, a scale (uni or log) and {draft.Levels.Count} finite quantiles.");
            return;
        }

        if (numbers.Any(IsNone))
        {
            Array.Fill(numbers, double.NaN);
        }

        var question = QuestionOf(line, found);
        var expert = draft.Invite(ExpertOf(found));
        draft.Answer(line, question, expert, numbers);
    }

    private int QuestionOf(int line, Match row)
    {
        var number = Whole(row.Groups["question"]);
        if (questions.TryGetValue(number, out var known))
        {
            return known;
        }

        var name = row.Groups["name"].Value.Trim();
        var realisation = RealisationOf(number, name);
        name = name.Length > 0 && taken.Add(name) ? name : $"{name} ({number})".Trim();
        var scale = row.Groups["scale"].Value.Equals("log", StringComparison.OrdinalIgnoreCase) ? QuestionScale.Logarithmic : QuestionScale.Uniform;
        if (scale == QuestionScale.Logarithmic && realisation <= 0)
        {
            draft.Fault($"The realisation of question {number} '{name}' must be above zero on a logarithmic scale.");
        }

        return questions[number] = draft.Ask(line, new Question(name, realisation, scale))!.Value;
    }

    private string ExpertOf(Match row)
    {
        var number = Whole(row.Groups["number"]);
        var name = row.Groups["expert"].Value.Trim();
        if (!experts.TryGetValue(number, out var known))
        {
            known = experts[number] = name.Length > 0 && !experts.ContainsValue(name) ? name : $"{name} ({number})".Trim();
        }

        return known;
    }

    private static bool IsNone(double value) => value is >= -1000 and <= -990;

    private static int Whole(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

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
