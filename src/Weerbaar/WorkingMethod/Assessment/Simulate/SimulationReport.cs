using System.Globalization;
using System.Text;
using System.Text.Json;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Sampling;

namespace Weerbaar.WorkingMethod.Assessment.Simulate;

/// <summary>The result of a simulation as JSON or as a table to read. Depends on input, plan and counts alone.</summary>
internal static class SimulationReport
{
    /// <summary>Program and version that drew the samples; another version may draw others.</summary>
    internal static string Engine { get; } = "weerbaar " + typeof(Acceptability).Assembly.GetName().Version!.ToString(3);

    internal static string Name(SamplingKind kind) => kind == SamplingKind.MonteCarlo ? "mc" : "qmc";

    internal static SamplingKind Kind(string name) => name switch
    {
        "mc" => SamplingKind.MonteCarlo,
        "qmc" => SamplingKind.QuasiMonteCarlo,
        _ => throw new SimulateInputException($"--sampling \"{name}\" does not exist; choose mc or qmc."),
    };

    internal static void WriteJson(Stream stream, SimulateInput input, SamplingPlan plan, AcceptabilityResult result, double? error)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("engine", Engine);
        json.WriteString("inputHash", input.Hash);
        json.WriteNumber("seed", plan.Seed);
        json.WriteNumber("samples", result.Samples);
        json.WriteString("sampling", Name(plan.Kind));
        if (error is { } asked)
        {
            json.WriteNumber("errorToReach", asked);
            json.WriteBoolean("errorReached", Reached(result, asked));
        }

        json.WriteString("weights", input.Weights);
        Names(json, "alternatives", input.Alternatives);
        Names(json, "criteria", input.Criteria);
        Rows(json, "rankAcceptability", result.RankAcceptability);
        Rows(json, "centralWeights", result.CentralWeights);
        Row(json, "confidence", result.Confidence);
        Row(json, "holisticIndex", result.HolisticIndex);
        Rows(json, "pairwise", result.Pairwise);
        Row(json, "rankEntropy", result.RankEntropy);
        Row(json, "meanValue", result.MeanValue);
        Quantiles(json, result.Values);
        Errors(json, result);
        json.WriteEndObject();
    }

    internal static string Table(SimulateInput input, SamplingPlan plan, AcceptabilityResult result, double? error)
    {
        var width = input.Alternatives.Max(a => a.Length) + 2;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Drawn(plan)}; {(IsErrorKnown(result) ? $"largest standard error {result.StandardError.Largest.ToString("0.00000", CultureInfo.InvariantCulture)}" : "the standard error is not known from one draw")}\n");
        text.Append(CultureInfo.InvariantCulture, $"Confidence and 5 % – 95 % come from {Count(result.StandardError.SecondPassSamples, "other sample")}, all else from these.\n\n");
        if (error is { } asked && !Reached(result, asked))
        {
            text.Append(CultureInfo.InvariantCulture, $"The error asked for, {asked}, was not reached: allow more with --samples, or ask for a larger error.\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{"".PadRight(width)}first   mean rank  confidence  mean value  5 % – 95 %\n");
        foreach (var i in Enumerable.Range(0, input.Alternatives.Count).OrderBy(i => MeanRank(result.RankAcceptability[i])))
        {
            var (confidence, values) = (result.Confidence[i], result.Values[i]);
            text.Append(CultureInfo.InvariantCulture, $"{input.Alternatives[i].PadRight(width)}{result.RankAcceptability[i][0]:0.0000}  {MeanRank(result.RankAcceptability[i]),9:0.00}  {(confidence is { } c ? c.ToString("0.000", CultureInfo.InvariantCulture) : "never first"),10}  {result.MeanValue[i],10:0.00000}  {values.Q05:0.000} – {values.Q95:0.000}\n");
        }

        return text.ToString();
    }

    /// <summary>One draw shows no spread; it would seem to be without error.</summary>
    private static bool IsErrorKnown(AcceptabilityResult result) => result.Samples > 1;

    private static bool Reached(AcceptabilityResult result, double asked) => IsErrorKnown(result) && result.StandardError.Largest <= asked;

    private static string Count(long number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Drawn(SamplingPlan plan) => plan.Kind == SamplingKind.MonteCarlo
        ? string.Create(CultureInfo.InvariantCulture, $"{Count(plan.Samples, "sample")} (mc, seed {plan.Seed})")
        : string.Create(CultureInfo.InvariantCulture, $"{Count(plan.Samples, "sample")} (qmc, {plan.Chunks} lattices of {plan.ChunkSize} points, seed {plan.Seed})");

    private static double MeanRank(double[] ranks) => ranks.Select((p, r) => p * (r + 1)).Sum();

    private static void Quantiles(Utf8JsonWriter json, ValueSummary[] values)
    {
        json.WriteStartObject("valueQuantiles");
        Row(json, "q05", Array.ConvertAll(values, v => v.Q05));
        Row(json, "q50", Array.ConvertAll(values, v => v.Q50));
        Row(json, "q95", Array.ConvertAll(values, v => v.Q95));
        json.WriteEndObject();
    }

    private static void Errors(Utf8JsonWriter json, AcceptabilityResult result)
    {
        if (!IsErrorKnown(result))
        {
            json.WriteNull("standardError");
            return;
        }

        var errors = result.StandardError;
        json.WriteStartObject("standardError");
        json.WriteNumber("largest", errors.Largest);
        Rows(json, "rankAcceptability", errors.RankAcceptability);
        Rows(json, "centralWeights", errors.CentralWeights);
        Row(json, "confidence", errors.Confidence);
        Rows(json, "pairwise", errors.Pairwise);
        Row(json, "meanValue", errors.MeanValue);
        json.WriteNumber("secondPassSamples", errors.SecondPassSamples);
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var text in names)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Rows(Utf8JsonWriter json, string name, double[]?[] rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            Values(json, row);
        }

        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, double[]? row)
    {
        if (row is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        Array.ForEach(row, json.WriteNumberValue);
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, string name, double[] row)
    {
        json.WritePropertyName(name);
        Values(json, row);
    }

    private static void Row(Utf8JsonWriter json, string name, double?[] row)
    {
        json.WriteStartArray(name);
        foreach (var value in row)
        {
            if (value is { } number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}
