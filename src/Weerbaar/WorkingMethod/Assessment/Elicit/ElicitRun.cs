using Weerbaar.Analysis.Elicitation;

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

/// <summary>Runs the verb. Returns 0 when done, 1 when the file or the call cannot be used; what escapes is a defect.</summary>
public static class ElicitRun
{
    private const int MostFaultsShown = 20;

    public static int Run(ElicitOptions options, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        try
        {
            var file = PanelFile.Read(options.File);
            if (file.Panel is null)
            {
                WriteFaults(file.Faults, error);
                return 1;
            }

            return Run(options, file, file.Panel, output, error, cancellation);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine(Sentence(wrong, options.File));
            return 1;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped before it was done.");
            return 1;
        }
        catch (ElicitationRefusedException refused)
        {
            error.WriteLine(refused.Message);
            return 1;
        }
    }

    private static int Run(ElicitOptions options, PanelFile file, Panel panel, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var (model, wrong) = options.ForPanel(panel);
        if (model is null)
        {
            error.WriteLine(wrong);
            return 1;
        }

        if (panel.SeedQuestions == 0 && model.Rule is WeightRule.Global or WeightRule.Item)
        {
            error.WriteLine("The file has no seed question, so experts cannot be weighted by performance. Use --weights equal or --weights user:1,2,3, or add questions with is_seed 1 and a realisation.");
            return 1;
        }

        var result = ClassicalModel.Solve(panel, model);
        var outcome = new ElicitOutcome(options, model, file, panel, result, WithoutExperts(options, panel, model, cancellation), WithoutQuestions(options, panel, model, cancellation));
        if (options.Json)
        {
            ElicitJson.Write(outcome, output);
        }
        else
        {
            ElicitTable.Write(outcome, output);
        }

        return 0;
    }

    private static IReadOnlyList<LeaveOutRun>? WithoutExperts(ElicitOptions options, Panel panel, ClassicalModelOptions model, CancellationToken cancellation) =>
        options.Robustness && panel.Experts.Count > 1 ? LeaveOut.Experts(panel, model, Most(options, panel.Experts.Count), null, cancellation) : null;

    private static IReadOnlyList<LeaveOutRun>? WithoutQuestions(ElicitOptions options, Panel panel, ClassicalModelOptions model, CancellationToken cancellation) =>
        options.Robustness && panel.SeedQuestions > 1 ? LeaveOut.SeedQuestions(panel, model, Most(options, panel.SeedQuestions), null, cancellation) : null;

    private static int Most(ElicitOptions options, int count) => options.LeaveOut >= 1
        ? Math.Min(options.LeaveOut, count - 1)
        : throw new ArgumentException("--leave-out must be 1 or more.");

    private static string Sentence(Exception wrong, string file) => wrong switch
    {
        FileNotFoundException { FileName: not null } or DirectoryNotFoundException => $"There is no file '{file}'.",
        UnauthorizedAccessException => $"The file '{file}' may not be read.",
        ArgumentException { ParamName: { } name } => wrong.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        _ => wrong.Message,
    };

    private static void WriteFaults(IReadOnlyList<string> faults, TextWriter error)
    {
        foreach (var fault in faults.Take(MostFaultsShown))
        {
            error.WriteLine(fault);
        }

        if (faults.Count > MostFaultsShown)
        {
            error.WriteLine($"… and {faults.Count - MostFaultsShown} more.");
        }
    }
}
