using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;
using Weerbaar.Platform.Rules;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>One part of a simulation as a file: the input, the plan and whole-number counts, enough to finish without the table.</summary>
internal sealed record SimulationPart(SimulateInput Input, SamplingPlan Plan, string Engine, int Part, int Of, IReadOnlyList<long[]> Counts, long Samples, long Replicates)
{
    private const string Format = "weerbaar-simulation-part-3";

    /// <summary>SHA-256 over the input, the plan and the counts: a change of any of them shows.</summary>
    private string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Format} {Engine} {Input.Hash} {Plan.Seed} {Plan.Samples} {Plan.Kind} {Part}/{Of} {Samples} {Replicates}")));
            foreach (var array in Counts)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $" {array.Length}")));
                hash.AppendData(MemoryMarshal.AsBytes(array.AsSpan()));
            }

            return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    internal static SimulationPart From(SimulateInput input, SamplingPlan plan, int part, int of, AcceptabilityTally tally) =>
        new(input, plan, SimulationReport.Engine, part, of, tally.Arrays, tally.Samples, tally.Replicates);

    internal void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("engine", Engine);
        json.WriteString("hash", Hash);
        json.WriteString("weights", Input.Weights);
        json.WriteString("table", Input.Canonical);
        json.WriteString("correlations", Input.Correlations);
        json.WriteString("seed", Plan.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("samples", Plan.Samples);
        json.WriteString("sampling", SimulationReport.Name(Plan.Kind));
        json.WriteNumber("part", Part);
        json.WriteNumber("of", Of);
        json.WriteNumber("counted", Samples);
        json.WriteNumber("replicates", Replicates);
        json.WriteStartArray("counts");
        foreach (var array in Counts)
        {
            json.WriteStartArray();
            Array.ForEach(array, json.WriteNumberValue);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Each part is at least a chunk of the samples, and a run has no use for more.</summary>
    internal const int MostParts = 10_000;

    /// <summary>Reads a part back; all of it is hashed again, so a changed file is refused.</summary>
    internal static SimulationPart Read(Stream stream, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (SimulateInputException wrong)
        {
            throw new SimulateInputException($"{name}: {wrong.Message}");
        }
        catch (Exception e) when (e is InvalidInput or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new SimulateInputException($"{name} is not a part written by simulate --part, or it is damaged. Make it again.");
        }
    }

    private static SimulationPart Read(JsonElement root)
    {
        if (root.GetProperty("format").GetString() != Format)
        {
            throw new FormatException();
        }

        var (table, weights) = (root.GetProperty("table").GetString()!, root.GetProperty("weights").GetString()!);
        var apart = ModelText.Is(table) ? ModelText.Read(table, weights) : ScoreTable.Read(table, weights);
        var input = root.GetProperty("correlations").GetString() is { } correlations ? CorrelationTable.Read(correlations).In(apart) : apart;
        var plan = new SamplingPlan(
            root.GetProperty("samples").GetInt64(),
            ulong.Parse(root.GetProperty("seed").GetString()!, CultureInfo.InvariantCulture),
            SimulationReport.Kind(root.GetProperty("sampling").GetString()!));
        var part = new SimulationPart(
            input,
            plan,
            root.GetProperty("engine").GetString()!,
            root.GetProperty("part").GetInt32(),
            root.GetProperty("of").GetInt32(),
            [.. root.GetProperty("counts").EnumerateArray().Select(a => a.EnumerateArray().Select(v => v.GetInt64()).ToArray())],
            root.GetProperty("counted").GetInt64(),
            root.GetProperty("replicates").GetInt64());
        return part.Of is < 1 or > MostParts ? throw new FormatException() : part.Hash == root.GetProperty("hash").GetString()
            ? part
            : throw new SimulateInputException("what is inside does not match its hash; the file was changed. Make it again.");
    }

    internal AcceptabilityTally ToTally() => AcceptabilityTally.From(Input.Numbers, Plan, Counts, Samples, Replicates);
}
