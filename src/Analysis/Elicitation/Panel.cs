namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// What a panel of experts answered: for every question and expert the quantiles at the same levels, or nothing.
/// </summary>
public sealed class Panel
{
    private readonly double[] answers;

    /// <param name="levels">Levels of the quantiles, strictly rising inside (0, 1), for example 0.05, 0.5, 0.95.</param>
    /// <param name="experts">Names of the experts, at least one, unique.</param>
    /// <param name="questions">The questions, at least one, names unique.</param>
    /// <param name="answers">
    /// Quantiles in the order question, expert, level; strictly rising and finite (above zero on a logarithmic scale),
    /// or NaN at every level when the expert gave no answer.
    /// </param>
    /// <exception cref="ArgumentException">Something of the above does not hold; the message says what and where.</exception>
    public Panel(IReadOnlyList<double> levels, IReadOnlyList<string> experts, IReadOnlyList<Question> questions, ReadOnlySpan<double> answers)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(experts);
        ArgumentNullException.ThrowIfNull(questions);
        Levels = [.. levels];
        Experts = [.. experts];
        Questions = [.. questions];
        this.answers = answers.ToArray();
        PanelRules.Check(this, this.answers);
    }

    public IReadOnlyList<double> Levels { get; }

    public IReadOnlyList<string> Experts { get; }

    public IReadOnlyList<Question> Questions { get; }

    public int SeedQuestions => Questions.Count(question => question.IsSeed);

    /// <summary>The quantiles of one answer, in the question's own unit; NaN where there is none.</summary>
    public ReadOnlySpan<double> Answer(int question, int expert) =>
        answers.AsSpan(((question * Experts.Count) + expert) * Levels.Count, Levels.Count);

    public bool HasAnswered(int question, int expert) => !double.IsNaN(Answer(question, expert)[0]);

    /// <summary>The same panel without some of its experts.</summary>
    public Panel Without(IReadOnlyCollection<int> experts)
    {
        var kept = Enumerable.Range(0, Experts.Count).Where(expert => !experts.Contains(expert)).ToArray();
        var part = new double[Questions.Count * kept.Length * Levels.Count];
        var to = part.AsSpan();
        for (var question = 0; question < Questions.Count; question++)
        {
            foreach (var expert in kept)
            {
                Answer(question, expert).CopyTo(to);
                to = to[Levels.Count..];
            }
        }

        return new Panel(Levels, [.. kept.Select(expert => Experts[expert])], Questions, part);
    }
}
