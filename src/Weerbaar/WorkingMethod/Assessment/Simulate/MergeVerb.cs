using System.CommandLine;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>The verb <c>merge</c>: parts of one simulation become the result of the whole, to the bit.</summary>
public static class MergeVerb
{
    private const string About = """
        Adds up the parts of one simulation, in any order; the result is the same to the bit as one run.

        Example:
          weerbaar merge p1.json p2.json p3.json --json
        """;

    private const int MostBytes = 256 << 20;

    public static Command Verb()
    {
        var parts = new Argument<string[]>("PART") { Description = "Files written by simulate --part.", Arity = ArgumentArity.OneOrMore };
        var threads = new Option<int>("--threads") { Description = "Threads; does not change the result.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("merge", About) { parts, threads, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = ProgressLine.OnTerminal();
            Run(parsed.GetValue(parts)!, parsed.GetValue(threads), parsed.GetValue(json), Console.OpenStandardOutput(), progress, cancel);
            return Task.CompletedTask;
        });
        return command;
    }

    /// <summary>Reads, checks, adds up and writes the result.</summary>
    public static void Run(IReadOnlyList<string> files, int threads, bool json, Stream output, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        Require(threads is >= 1 and <= 1024, $"--threads {threads}: choose 1 to 1024.");
        var parts = files.Select(Open).ToList();
        var first = parts[0];
        RequireOneRun(files, parts);
        var total = first.ToTally();
        foreach (var part in parts.Skip(1))
        {
            total.Add(part.ToTally());
        }

        var plan = first.Plan with { Threads = threads };
        SimulateVerb.Write(first.Input, plan, Acceptability.Conclude(first.Input.Numbers, plan, total, progress, cancel), json, output);
    }

    private static SimulationPart Open(string file)
    {
        using var stream = new MemoryStream(FileBytes.Read(file, MostBytes));
        return SimulationPart.Read(stream, Path.GetFileName(file));
    }

    private static void RequireOneRun(IReadOnlyList<string> files, List<SimulationPart> parts)
    {
        var first = parts[0];
        for (var k = 1; k < parts.Count; k++)
        {
            var (name, part) = ($"{Path.GetFileName(files[k])} and {Path.GetFileName(files[0])}", parts[k]);
            Require(part.Input.Hash == first.Input.Hash, $"{name} come from different inputs.");
            Require(part.Plan == first.Plan && part.Of == first.Of, $"{name} come from different runs: seed, samples, sampling and number of parts must be the same.");
        }

        Require(parts.TrueForAll(p => p.Engine == SimulationReport.Engine), $"The parts were made by {string.Join(", ", parts.Select(p => p.Engine).Distinct())}, this is {SimulationReport.Engine}; make and merge them with one version.");
        var missing = Enumerable.Range(1, first.Of).Except(parts.Select(p => p.Part)).ToList();
        var twice = parts.CountBy(p => p.Part).Where(g => g.Value > 1).Select(g => g.Key).ToList();
        var wrong = new[]
        {
            missing.Count > 0 ? $"Missing of {first.Of} parts: {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? $" and {missing.Count - 20} more" : "")}. Make them with simulate --part." : "",
            twice.Count > 0 ? $"Given more than once: part {string.Join(", ", twice)}. Give each once." : "",
        };
        Require(missing.Count + twice.Count == 0, string.Join(' ', wrong.Where(w => w.Length > 0)));
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new SimulateInputException(message);
        }
    }
}
