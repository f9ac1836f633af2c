using Weerbaar.Analysis.Elicitation;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>Gathers questions and answers line by line, says what is wrong on which line, and makes a panel of them.</summary>
/// <param name="file">The file the lines are of.</param>
internal sealed class PanelDraft(string file)
{
    /// <summary>As much as a file of full answers holds.</summary>
    private const int MostNumbers = 20_000_000;

    /// <summary>Differences of larger numbers, and products of these, are no numbers any more.</summary>
    private const double LargestNumber = 1e100;

    private const string otherUnit = "Give it in a larger unit, so that all numbers stay below 1e100.";

    private readonly Dictionary<string, (int Index, int Line)> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> experts = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Question, int Expert), (double[] Quantiles, int Line)> answers = [];
    private readonly List<Question> asked = [];
    private readonly List<string> names = [];
    private readonly List<string> remarks = [];

    public IReadOnlyList<double> Levels { get; set; } = [];

    /// <summary>What is wrong, in this file or the one beside it.</summary>
    public InputErrors Faults { get; } = new();

    public void Fault(string sentence) => Fault(0, sentence);

    public void Fault(int line, string sentence) => Faults.Add(file, line, sentence);

    public void Remark(string sentence) => remarks.Add(sentence);

    /// <summary>Adds a question, or checks that it is the same as on an earlier line.</summary>
    public int? Ask(int line, Question question)
    {
        if (Math.Abs(question.Realisation ?? 0) > LargestNumber)
        {
            Fault(line, $"the realisation of '{question.Name}' is too large. {otherUnit}");
            return null;
        }

        if (!questions.TryGetValue(question.Name, out var known))
        {
            questions.Add(question.Name, (asked.Count, line));
            asked.Add(question);
            return asked.Count - 1;
        }

        if (asked[known.Index] == question)
        {
            return known.Index;
        }

        Fault(line, $"question '{question.Name}' has another realisation, scale or is_seed than on line {known.Line}. Make them the same on every row of the question.");
        return null;
    }

    public int Invite(string expert)
    {
        if (!experts.TryGetValue(expert, out var index))
        {
            index = names.Count;
            experts.Add(expert, index);
            names.Add(expert);
        }

        return index;
    }

    /// <summary>Adds an answer after checking it; NaN at every level means that the expert did not answer.</summary>
    public void Answer(int line, int question, int expert, double[] quantiles)
    {
        var (name, who) = (asked[question].Name, names[expert]);
        if (answers.TryGetValue((question, expert), out var earlier))
        {
            Fault(line, $"'{who}' already answered '{name}' on line {earlier.Line}. Keep one of the two rows.");
            return;
        }

        if (Wrong(quantiles, asked[question]) is { } reason)
        {
            Fault(line, $"the answer of '{who}' to '{name}' {reason}");
        }

        answers.Add((question, expert), (quantiles, line));
    }

    /// <exception cref="BadInputException">Something is wrong with what was gathered.</exception>
    public PanelFile Finish(string hash)
    {
        if (!Faults.Any && (asked.Count == 0 || names.Count == 0))
        {
            Fault("The file holds no answers. It needs a row for every answer.");
        }

        if ((long)asked.Count * names.Count * Levels.Count > MostNumbers)
        {
            Fault($"There are {asked.Count} questions, {names.Count} experts and {Levels.Count} quantiles; at most {MostNumbers} numbers fit, also for answers that are missing. Split the panel by question.");
        }

        Faults.ThrowIfAny();
        return new PanelFile(Panel(), [.. Remarks()], hash);
    }

    private string? Wrong(double[] quantiles, Question question)
    {
        var missing = quantiles.Count(double.IsNaN);
        if (missing == quantiles.Length)
        {
            return null;
        }

        if (missing > 0)
        {
            return "lacks some of its quantiles. Fill in all of them, or leave all empty when there is no answer.";
        }

        if (quantiles.Any(quantile => Math.Abs(quantile) > LargestNumber))
        {
            return $"holds a number that is too large. {otherUnit}";
        }

        for (var i = 1; i < quantiles.Length; i++)
        {
            if (quantiles[i] <= quantiles[i - 1])
            {
                var how = quantiles[i] < quantiles[i - 1] ? "cross" : "are equal";
                return FormattableString.Invariant($"has quantiles that {how}: {Percent(i - 1)} is {quantiles[i - 1]} and {Percent(i)} is {quantiles[i]}. Each must be higher than the one before; ask the expert.");
            }
        }

        return question.Scale == QuestionScale.Logarithmic && quantiles[0] <= 0
            ? "is not above zero, which a logarithmic scale needs. Correct it, or use the uniform scale for this question."
            : null;
    }

    private string Percent(int level) => FormattableString.Invariant($"{Levels[level] * 100:0.##} %");

    private Panel Panel()
    {
        var all = new double[asked.Count * names.Count * Levels.Count];
        Array.Fill(all, double.NaN);
        foreach (var ((question, expert), (quantiles, _)) in answers)
        {
            quantiles.CopyTo(all, ((question * names.Count) + expert) * Levels.Count);
        }

        return new Panel(Levels, names, asked, all);
    }

    private IEnumerable<string> Remarks() => remarks.Concat(WhatIsMissing());

    private IEnumerable<string> WhatIsMissing()
    {
        var given = answers.Where(answer => !double.IsNaN(answer.Value.Quantiles[0])).Select(answer => answer.Key).ToList();
        var (active, answered) = (given.Select(answer => answer.Expert).ToHashSet(), given.Select(answer => answer.Question).ToHashSet());
        var scored = given.Where(answer => asked[answer.Question].IsSeed).Select(answer => answer.Expert).ToHashSet();
        var missing = (asked.Count * names.Count) - given.Count;
        if (missing > 0)
        {
            yield return $"{missing} of {asked.Count * names.Count} answers are missing. On those questions the other experts share the weight.";
        }

        foreach (var name in names.Where((_, index) => !active.Contains(index)))
        {
            yield return $"'{name}' answered no question.";
        }

        foreach (var question in asked.Where((_, index) => !answered.Contains(index)))
        {
            yield return $"Nobody answered '{question.Name}'.";
        }

        foreach (var name in names.Where((_, index) => active.Contains(index) && !scored.Contains(index)))
        {
            yield return $"'{name}' answered no seed question and gets no weight from performance.";
        }

        if (names.Count == 1)
        {
            yield return "There is one expert: the decision maker says what this expert says.";
        }

        var seeds = asked.Count(question => question.IsSeed);
        if (seeds is > 0 and < 8)
        {
            yield return $"There {(seeds == 1 ? "is 1 seed question" : $"are {seeds} seed questions")}: calibration tells little with fewer than about ten.";
        }
    }
}
