using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weerbaar.Analysis.Elicitation;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>The outcome as JSON. What does not exist, such as a calibration without seed answers, is null.</summary>
internal static class ElicitJson
{
    private static readonly JsonSerializerOptions layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ElicitOutcome outcome, TextWriter output)
    {
        var (panel, result) = (outcome.Panel, outcome.Result);
        var json = new JsonObject
        {
            ["engine"] = typeof(ClassicalModel).Assembly.GetName().Version!.ToString(3),
            ["inputHash"] = outcome.File.Hash,
            ["weights"] = result.Rule.ToString().ToLowerInvariant(),
            ["cutoff"] = Number(result.Cutoff),
            ["cutoffOptimised"] = result.Cutoff is not null && outcome.Model.Cutoff is null,
            ["overshoot"] = outcome.Model.Overshoot,
            ["levels"] = Array(result.Levels.Select(Number)),
            ["seedQuestions"] = panel.SeedQuestions,
            ["targetQuestions"] = panel.Questions.Count - panel.SeedQuestions,
            ["calibrationQuestions"] = result.SeedCount,
            ["experts"] = Array(result.Experts.Select(Expert)),
            ["decisionMaker"] = DecisionMaker(outcome),
            ["remarks"] = Array(outcome.File.Remarks.Select(remark => (JsonNode)remark)),
        };
        if (outcome.Options.Robustness)
        {
            json["robustness"] = new JsonObject
            {
                ["experts"] = Runs(outcome.WithoutExperts, index => panel.Experts[index]),
                ["questions"] = Runs(outcome.WithoutQuestions, index => panel.Questions[index].Name),
            };
        }

        output.WriteLine(json.ToJsonString(layout));
    }

    private static JsonObject Expert(ExpertResult expert) => new()
    {
        ["name"] = expert.Name,
        ["calibration"] = Number(expert.Score.Calibration),
        ["information"] = Information(expert.Score),
        ["score"] = Number(expert.Score.Combined),
        ["weight"] = Number(expert.Weight),
        ["normalisedWeight"] = Number(expert.NormalisedWeight),
        ["seedAnswers"] = expert.SeedAnswers,
        ["counts"] = Array(expert.Counts.Select(count => (JsonNode)count)),
    };

    private static JsonObject DecisionMaker(ElicitOutcome outcome) => new()
    {
        ["calibration"] = Number(outcome.Result.DecisionMaker.Calibration),
        ["information"] = Information(outcome.Result.DecisionMaker),
        ["weight"] = Number(outcome.Result.DecisionMaker.Combined),
        ["questions"] = Array(outcome.Result.Questions.Select(question => Question(question, outcome.Panel.Experts))),
    };

    private static JsonObject Question(QuestionResult question, IReadOnlyList<string> experts) => new()
    {
        ["question"] = question.Question.Name,
        ["isSeed"] = question.Question.IsSeed,
        ["realisation"] = Number(question.Question.Realisation),
        ["scale"] = question.Question.Scale == QuestionScale.Logarithmic ? "log" : "uni",
        ["lower"] = Number(question.Lower),
        ["upper"] = Number(question.Upper),
        ["quantiles"] = Array(question.Quantiles.Select(Number)),
        ["information"] = Number(question.Information),
        ["answers"] = question.Answers,
        ["weights"] = new JsonObject(experts.Select((expert, index) => KeyValuePair.Create<string, JsonNode?>(expert, Number(question.Weights[index])))),
    };

    private static JsonObject Information(PerformanceScore score) => new()
    {
        ["seed"] = Number(score.InformationSeed),
        ["all"] = Number(score.InformationAll),
    };

    private static JsonArray? Runs(IReadOnlyList<LeaveOutRun>? runs, Func<int, string> name) => runs is null ? null : Array(runs.Select(run => new JsonObject
    {
        ["excluded"] = Array(run.Excluded.Select(index => (JsonNode)name(index))),
        ["calibration"] = Number(run.Score?.Calibration),
        ["information"] = run.Score is { } score ? Information(score) : null,
        ["weight"] = Number(run.Score?.Combined),
        ["cutoff"] = Number(run.Cutoff),
        ["refusal"] = run.Refusal,
    }));

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    private static JsonValue? Number(double value) => Number((double?)value);
}
