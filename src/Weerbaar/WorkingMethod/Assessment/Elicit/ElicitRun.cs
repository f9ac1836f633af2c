using Weerbaar.Analysis.Elicitation;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>Everything one call found out, for the writers.</summary>
internal sealed record ElicitOutcome(
    ElicitOptions Options,
    ClassicalModelOptions Model,
    PanelFile File,
    Panel Panel,
    ClassicalModelResult Result,
    IReadOnlyList<LeaveOutRun>? WithoutExperts,
    IReadOnlyList<LeaveOutRun>? WithoutQuestions);

/// <summary>Runs the verb.</summary>
public static class ElicitRun
{
    private const double Halfway = 0.55;

    /// <exception cref="BadUse">The file or the call cannot be used; nothing was written.</exception>
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static void Run(ElicitOptions options, TextWriter output, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            var file = PanelFile.Read(options.File);
            Run(options, file, output, progress, cancellation);
        }
        catch (ElicitationRefusedException refused)
        {
            throw new BadUse(refused.Message, refused);
        }
        catch (ArgumentException wrong)
        {
            throw new BadUse(wrong.Message.Replace($" (Parameter '{wrong.ParamName}')", "", StringComparison.Ordinal), wrong);
        }
    }

    private static void Run(ElicitOptions options, PanelFile file, TextWriter output, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (model, wrong) = options.ForPanel(file.Panel);
        if (model is null)
        {
            throw new BadUse(wrong!);
        }

        if (file.Panel.SeedQuestions == 0 && model.Rule is WeightRule.Global or WeightRule.Item)
        {
            throw new BadUse($"{options.File}: The file has no seed question, so experts cannot be weighted by performance. Use --weights equal or --weights user:1,2,3, or add questions with is_seed 1 and a realisation.");
        }

        var outcome = Outcome(options, model, file, progress, cancellation);
        if (options.Json)
        {
            ElicitJson.Write(outcome, output);
        }
        else
        {
            ElicitTable.Write(outcome, output);
        }
    }

    private static ElicitOutcome Outcome(
        ElicitOptions options, ClassicalModelOptions model, PanelFile file, IProgress<double>? progress, CancellationToken cancellation)
    {
        var panel = file.Panel;
        var whole = options.Robustness ? 0.1 : 1;
        var result = ClassicalModel.Solve(panel, model, new PartOfProgress(progress, 0, whole), cancellation);
        var withoutExperts = options.Robustness && panel.Experts.Count > 1
            ? LeaveOut.Experts(panel, model, Most(options, panel.Experts.Count), new PartOfProgress(progress, whole, Halfway), cancellation) : null;
        var withoutQuestions = options.Robustness && panel.SeedQuestions > 1
            ? LeaveOut.SeedQuestions(panel, model, Most(options, panel.SeedQuestions), new PartOfProgress(progress, Halfway, 1), cancellation) : null;
        return new(options, model, file, panel, result, withoutExperts, withoutQuestions);
    }

    private static int Most(ElicitOptions options, int count) => options.LeaveOut >= 1
        ? Math.Min(options.LeaveOut, count - 1)
        : throw new BadUse("--leave-out must be 1 or more.");
}
