using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.WorkingMethod.Assessment.Elicit;

/// <summary>The verb <c>elicit</c>: scores experts on questions with a known answer and pools what they say.</summary>
public static class ElicitVerb
{
    public static Command Verb()
    {
        var file = new Argument<string>("file") { Description = "CSV with the columns question, is_seed, realisation, expert and quantiles such as q05, q50, q95; or an Excalibur .dtt or .rls, of which the other lies beside it." };
        var weights = new Option<string>("--weights") { Description = "global, item, equal, or user:1,2,3 (in the order of the experts) or user:name=1,other=2.", DefaultValueFactory = _ => "global" };
        var cutoff = new Option<string>("--cutoff") { Description = "optimised (the default), or the lowest calibration, from 0 to 1, that still gets weight.", DefaultValueFactory = _ => "" };
        var overshoot = new Option<double>("--overshoot") { Description = "How far the background reaches beyond all answers, as a share of their range.", DefaultValueFactory = _ => 0.1, CustomParser = PlainNumber.Read };
        var robustness = new Option<bool>("--robustness") { Description = "Also compute the decision maker without each expert and without each seed question." };
        var leaveOut = new Option<int>("--leave-out") { Description = "With --robustness: leave out up to this many at once.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("elicit", """
            Weigh experts by how well they did on questions whose answer is known, and combine what they say.

            Examples:
              weerbaar elicit panel.csv
              weerbaar elicit panel.csv --weights item --robustness --json
              weerbaar elicit panel.dtt --weights user:3,1,1
            """) { file, weights, cutoff, overshoot, robustness, leaveOut, json };
        command.SetAction((parsed, cancellation) =>
        {
            using var progress = ProgressLine.OnTerminal();
            ElicitRun.Run(
                new ElicitOptions
                {
                    File = parsed.GetRequiredValue(file),
                    Weights = parsed.GetRequiredValue(weights),
                    Cutoff = parsed.GetRequiredValue(cutoff),
                    Overshoot = parsed.GetRequiredValue(overshoot),
                    Robustness = parsed.GetRequiredValue(robustness),
                    LeaveOut = parsed.GetRequiredValue(leaveOut),
                    Json = parsed.GetRequiredValue(json),
                },
                parsed.InvocationConfiguration.Output, progress, cancellation);
            return Task.CompletedTask;
        });
        return command;
    }
}
