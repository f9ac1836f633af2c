using System.Globalization;
using Weerbaar.Analysis.Elicitation;
using Weerbaar.WorkingMethod.Assessment.AssessFile;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>The outcome as tables for a person at a terminal.</summary>
internal static class ElicitTable
{
    public static void Write(ElicitOutcome outcome, TextWriter output)
    {
        var result = outcome.Result;
        output.WriteLine(Heading(outcome));
        output.WriteLine();
        WriteExperts(result, output);
        output.WriteLine();
        WriteQuestions(result, output);
        WriteRuns("Without these experts", outcome.WithoutExperts, index => outcome.Panel.Experts[index], output);
        WriteRuns("Without these seed questions", outcome.WithoutQuestions, index => outcome.Panel.Questions[index].Name, output);
        foreach (var remark in outcome.File.Remarks)
        {
            output.WriteLine();
            output.WriteLine($"Note: {remark}");
        }
    }

    private static string Heading(ElicitOutcome outcome)
    {
        var (panel, result) = (outcome.Panel, outcome.Result);
        var cutoff = result.Cutoff is { } value ? $", cut-off {Number(value)}{(outcome.Model.Cutoff is null ? " (optimised)" : "")}" : "";
        return $"{Count(panel.Experts.Count, "expert")}, {Count(panel.SeedQuestions, "seed question")}, {Count(panel.Questions.Count - panel.SeedQuestions, "target question")}; {result.Rule.ToString().ToLowerInvariant()} weights{cutoff}";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static void WriteExperts(ClassicalModelResult result, TextWriter output)
    {
        List<string[]> rows = [["Expert", "Calibration", "Information (seed)", "Information (all)", "Weight", "Share"]];
        rows.AddRange(result.Experts.Select(expert => Scores(expert.Name, expert.Score, Number(expert.Weight), Share(expert.NormalisedWeight))));
        rows.Add(Scores("Decision maker", result.DecisionMaker, Number(result.DecisionMaker.Combined), ""));
        Write(rows, output);
    }

    private static void WriteQuestions(ClassicalModelResult result, TextWriter output)
    {
        List<string[]> rows = [["Decision maker on", .. result.Levels.Select(level => string.Create(CultureInfo.InvariantCulture, $"{level * 100:0.##} %")), "True value", "Answers"]];
        rows.AddRange(result.Questions.Select(question => (string[])
        [
            question.Question.Name,
            .. question.Quantiles.Select(Number),
            question.Question.Realisation is { } value ? Number(value) : "",
            question.Answers.ToString(CultureInfo.InvariantCulture),
        ]));
        Write(rows, output);
    }

    private static void WriteRuns(string title, IReadOnlyList<LeaveOutRun>? runs, Func<int, string> name, TextWriter output)
    {
        if (runs is null)
        {
            return;
        }

        List<string[]> rows = [[title, "Calibration", "Information (seed)", "Information (all)", "Weight", "Cut-off"]];
        rows.AddRange(runs.Select(run => run.Score is { } score
            ? Scores(Names(run, name), score, Number(score.Combined), run.Cutoff is { } cutoff ? Number(cutoff) : "")
            : [Names(run, name), "none", "", "", "", ""]));
        output.WriteLine();
        Write(rows, output);
    }

    private static string Names(LeaveOutRun run, Func<int, string> name) => run.Excluded.Count == 0 ? "(none)" : string.Join(", ", run.Excluded.Select(name));

    private static string[] Scores(string name, PerformanceScore score, string weight, string last) =>
        [name, Number(score.Calibration), Number(score.InformationSeed), Number(score.InformationAll), weight, last];

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("G5", CultureInfo.InvariantCulture);

    private static string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %");

    private static void Write(List<string[]> rows, TextWriter output) =>
        output.WriteLine(TextTable.Of(rows[0], rows[1..], [.. Enumerable.Range(1, rows[0].Length - 1)]));
}
