namespace Weerbaar.Analysis.Elicitation;

/// <summary>What must hold of a panel before anything is computed from it.</summary>
internal static class PanelRules
{
    public static void Check(Panel panel, double[] answers)
    {
        CheckLevels(panel.Levels);
        CheckNames(panel.Experts, "expert");
        CheckNames([.. panel.Questions.Select(question => question.Name)], "question");
        foreach (var question in panel.Questions)
        {
            CheckRealisation(question);
        }

        var expected = panel.Questions.Count * panel.Experts.Count * panel.Levels.Count;
        Require(answers.Length == expected, $"There are {answers.Length} quantiles where questions × experts × levels asks for {expected}.");
        for (var question = 0; question < panel.Questions.Count; question++)
        {
            for (var expert = 0; expert < panel.Experts.Count; expert++)
            {
                CheckAnswer(panel, question, expert);
            }
        }
    }

    private static void CheckLevels(IReadOnlyList<double> levels)
    {
        Require(levels.Count > 0, "A panel needs at least one quantile level.");
        for (var i = 0; i < levels.Count; i++)
        {
            Require(levels[i] is > 0 and < 1, $"Quantile level {levels[i]} is not between 0 and 1.");
            Require(i == 0 || levels[i] > levels[i - 1], "Quantile levels must rise.");
        }
    }

    private static void CheckNames(IReadOnlyList<string> names, string what)
    {
        Require(names.Count > 0, $"A panel needs at least one {what}.");
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        Require(twice is null, $"The {what} '{twice?.Key}' occurs more than once.");
    }

    private static void CheckRealisation(Question question)
    {
        var value = question.Realisation ?? 1;
        Require(double.IsFinite(value), $"The realisation of '{question.Name}' is not a finite number.");
        Require(question.Scale == QuestionScale.Uniform || value > 0, $"The realisation of '{question.Name}' must be above zero on a logarithmic scale.");
    }

    private static void CheckAnswer(Panel panel, int question, int expert)
    {
        var answer = panel.Answer(question, expert);
        var where = $"The answer of '{panel.Experts[expert]}' to '{panel.Questions[question].Name}'";
        var missing = answer.Count(double.NaN);
        if (missing == answer.Length)
        {
            return;
        }

        Require(missing == 0, $"{where} lacks some of its quantiles: give all of them or none.");
        for (var i = 0; i < answer.Length; i++)
        {
            Require(double.IsFinite(answer[i]), $"{where} holds a quantile that is not a finite number.");
            Require(i == 0 || answer[i] > answer[i - 1], $"{where} has quantiles that do not rise.");
        }

        Require(panel.Questions[question].Scale == QuestionScale.Uniform || answer[0] > 0, $"{where} must be above zero on a logarithmic scale.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
