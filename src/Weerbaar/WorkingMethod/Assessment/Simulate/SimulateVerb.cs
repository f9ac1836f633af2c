using System.CommandLine;
using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>What was asked on the command line, apart from where the input comes from.</summary>
public sealed record SimulateRequest
{
    public long Samples { get; init; } = SimulateVerb.UsualSamples;

    public ulong Seed { get; init; } = 1;

    public string Sampling { get; init; } = "mc";

    public int Threads { get; init; } = 1;

    /// <summary>Standard error to reach; then <see cref="Samples"/> is the most to draw.</summary>
    public double? Error { get; init; }

    /// <summary>"i/n": run only this part and write it to <see cref="PartFile"/>.</summary>
    public string? Part { get; init; }

    public string? PartFile { get; init; }

    public bool Json { get; init; }
}

/// <summary>The verb <c>simulate</c>: how sure is the order of the alternatives?</summary>
public static class SimulateVerb
{
    internal const long UsualSamples = 100_000;

    private const int MostBytes = 32 << 20;

    private const string About = """
        How sure is the order? Draws scores and weights many times and counts how often each alternative is first, second, …
        The same seed gives the same bits on any machine and any number of threads.

        Example:
          weerbaar simulate --table scores.csv --samples 1000000 --seed 7 --json
          weerbaar simulate --table scores.csv --samples 1000000 --part 1/2 --out p1.json
          weerbaar merge p1.json p2.json --json
          weerbaar simulate --table scores.csv --correlations correlations.csv --nearest possible.csv
        """;

    /// <summary>The command. <paramref name="fromAssessment"/> reads the file form; without it only tables are read.</summary>
    public static Command Verb(Func<string, string?, CancellationToken, SimulateInput>? fromAssessment = null)
    {
        var file = new Argument<string?>("FILE") { Description = "An assessment file, as for assess.", Arity = ArgumentArity.ZeroOrOne };
        var table = new Option<string?>("--table") { Description = "Scores as CSV: alt,crit,lo,best,hi, triangular from 0 to 1." };
        var samples = new Option<long?>("--samples") { Description = $"How many samples to draw; without it {UsualSamples}, or with --error as many as that takes. With qmc at least so many, in whole lattices." };
        var seed = new Option<ulong>("--seed") { Description = "Start of the random streams.", DefaultValueFactory = _ => 1 };
        var sampling = new Option<string>("--sampling") { Description = "mc (plain Monte Carlo) or qmc (shifted lattices).", DefaultValueFactory = _ => "mc" };
        var threads = new Option<int>("--threads") { Description = "Threads; does not change the result.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var weights = new Option<string?>("--weights") { Description = WeightExpression.Help };
        var correlations = new Option<string?>("--correlations") { Description = "Rank correlations between scores: a square CSV with names (alternative/criterion, or criteria, or alternatives) in the first row and column." };
        var nearest = new Option<string?>("--nearest") { Description = "With --correlations that contradict each other: the file to write the nearest possible ones to." };
        var error = new Option<double?>("--error") { Description = "Draw until the largest standard error of a rank acceptability is this small; --samples is then the most. The result says when it was not reached.", CustomParser = text => PlainNumber.Read(text) };
        var part = new Option<string?>("--part") { Description = "i/n: run part i of n, to be merged later." };
        var output = new Option<string?>("--out") { Description = "The file for the part." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("simulate", About) { table, samples, seed, sampling, threads, weights, correlations, nearest, error, part, output, json };
        if (fromAssessment is not null)
        {
            command.Arguments.Add(file);
        }

        command.SetAction((parsed, cancel) =>
        {
            using var progress = ProgressLine.OnTerminal();
            var apart = Input(fromAssessment is null ? null : parsed.GetValue(file), parsed.GetValue(table), parsed.GetValue(weights), fromAssessment, cancel);
            var input = Correlated(apart, parsed.GetValue(correlations), parsed.GetValue(nearest), progress, cancel);
            var untilError = parsed.GetValue(error);
            Run(input, new SimulateRequest
            {
                Samples = parsed.GetValue(samples) ?? (untilError is null ? UsualSamples : SamplingPlan.MostSamples),
                Seed = parsed.GetValue(seed),
                Sampling = parsed.GetValue(sampling)!,
                Threads = parsed.GetValue(threads),
                Error = untilError,
                Part = parsed.GetValue(part),
                PartFile = parsed.GetValue(output),
                Json = parsed.GetValue(json),
            }, Console.OpenStandardOutput(), progress, cancel);
            return Task.CompletedTask;
        });
        return command;
    }

    /// <summary>Runs and writes the result, or the part. Throws <see cref="SimulateInputException"/> before anything is written.</summary>
    public static void Run(SimulateInput input, SimulateRequest request, Stream output, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var plan = Plan(request);
        if (request.Part is { } part)
        {
            RunPart(input, request, plan, part, progress, cancel);
            return;
        }

        Require(request.PartFile is null, "--out goes with --part; the result itself goes to standard output.");
        var (result, drawn) = request.Error is { } error
            ? Acceptability.RunUntil(input.Numbers, error, plan, progress, cancel)
            : (Acceptability.Run(input.Numbers, plan, progress, cancel), plan);
        Write(input, drawn, result, request.Json, output, request.Error);
    }

    internal static void Write(SimulateInput input, SamplingPlan plan, AcceptabilityResult result, bool json, Stream output, double? error = null)
    {
        if (json)
        {
            SimulationReport.WriteJson(output, input, plan, result, error);
            output.WriteByte((byte)'\n');
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        text.Write(SimulationReport.Table(input, plan, result, error));
    }

    private static void RunPart(SimulateInput input, SimulateRequest request, SamplingPlan plan, string part, IProgress<double>? progress, CancellationToken cancel)
    {
        Require(request.Error is null, "--part needs a number of samples that is known beforehand; leave out --error.");
        Require(!string.IsNullOrEmpty(request.PartFile), "--part needs --out, the file to write the part to.");
        var file = new OutputFile(request.PartFile!);
        var numbers = part.Split('/');
        var (number, of) = (0, 0);
        Require(
            numbers.Length == 2 && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out number) && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out of) && number >= 1 && number <= of && of <= SimulationPart.MostParts,
            $"--part \"{part}\" is not a part; write i/n with 1 ≤ i ≤ n ≤ {SimulationPart.MostParts}, such as 2/7.");
        var tally = Acceptability.Count(input.Numbers, plan, number, of, progress, cancel);
        using var content = new MemoryStream();
        SimulationPart.From(input, plan, number, of, tally).Write(content);
        file.PutAsync(content.ToArray(), cancel).GetAwaiter().GetResult();
    }

    private static SamplingPlan Plan(SimulateRequest request)
    {
        Require(request.Samples is >= 1 and <= SamplingPlan.MostSamples, $"--samples {request.Samples}: choose 1 to {SamplingPlan.MostSamples}. For a result that is precise enough, say how precise with --error.");
        Require(request.Threads is >= 1 and <= 1024, $"--threads {request.Threads}: choose 1 to 1024.");
        Require(request.Error is null or (> 0 and < 1), "--error must lie between 0 and 1, such as 0.001.");
        return new SamplingPlan(request.Samples, request.Seed, SimulationReport.Kind(request.Sampling), request.Threads);
    }

    private static SimulateInput Input(string? file, string? table, string? weights, Func<string, string?, CancellationToken, SimulateInput>? fromAssessment, CancellationToken cancel)
    {
        Require((file is null) != (table is null), "Give either an assessment file or --table, not both and not neither.");
        try
        {
            return file is not null && fromAssessment is not null
                ? fromAssessment(file, weights, cancel)
                : ScoreTable.Read(FileBytes.ReadText(table!, MostBytes), weights ?? "uniform", table!, cancel);
        }
        catch (InvalidInput wrong)
        {
            throw new SimulateInputException(string.Join(Environment.NewLine, wrong.Errors.Select(e => $"--{e.Field}: {new Texts()[e.Key, e.Values]}")));
        }
    }

    private static SimulateInput Correlated(SimulateInput apart, string? file, string? nearest, IProgress<double>? progress, CancellationToken cancel)
    {
        Require(nearest is null || file is not null, "--nearest goes with --correlations.");
        if (file is null)
        {
            return apart;
        }

        var to = nearest is null ? null : new OutputFile(nearest);
        var asked = CorrelationTable.Read(FileBytes.ReadText(file, MostBytes), file);
        try
        {
            return asked.In(apart, progress, cancel);
        }
        catch (ImpossibleCorrelationsException refusal)
        {
            throw new SimulateInputException($"{refusal.Message} {Offer(asked, refusal.Nearest, to, cancel)}");
        }
    }

    private static string Offer(CorrelationTable asked, CorrelationTable possible, OutputFile? file, CancellationToken cancel)
    {
        var distance = asked.FarthestFrom(possible);
        var farthest = distance < 0.001 ? "less than 0.001" : string.Create(CultureInfo.InvariantCulture, $"at most {distance:0.###}");
        if (file is null)
        {
            return $"The nearest that is possible differs by {farthest}: add --nearest FILE to have it written, look at it, and give that file as --correlations.";
        }

        file.PutAsync(Encoding.UTF8.GetBytes(possible.Write()), cancel).GetAwaiter().GetResult();
        return $"The nearest that is possible differs by {farthest} and is now in {file.Named}: look at it, and give that file as --correlations.";
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new SimulateInputException(message);
        }
    }
}
