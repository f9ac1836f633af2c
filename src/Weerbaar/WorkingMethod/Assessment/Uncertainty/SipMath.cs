using System.Text.Json;
using Weerbaar.Analysis.Robustness;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// The draws as a SIPmath 3.0 library (probabilitymanagement.org): per scenario its impact as an array of samples. Sample k
/// of every array is one draw, so that sums and comparisons over scenarios keep what they share, such as the weights.
/// </summary>
public static class SipMath
{
    /// <summary>Enough for percentages, small enough for a spreadsheet.</summary>
    public const int MostSamples = 10_000;

    private const string LibraryType = "SIPmath_3_0";

    public static byte[] Write(RoundUncertainty result, Func<string, string> titleOf, CancellationToken ct)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Head(json, result);
            json.WriteStartArray("sips");
            var values = ValueSamples.Draw(result.Model.Input.Numbers, (int)Math.Min(MostSamples, result.Run.Samples), result.Run.Seed, ct);
            foreach (var (scenario, samples) in result.Scenarios.Zip(values))
            {
                Sip(json, scenario, titleOf(scenario.Id), samples);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Head(Utf8JsonWriter json, RoundUncertainty result)
    {
        json.WriteString("objectType", "sipModel");
        json.WriteString("libraryType", LibraryType);
        json.WriteString("name", $"{result.Run.Edition} {result.Run.InputHash}");
        json.WriteString("provenance", $"{result.Run.Engine}, seed {result.Run.Seed}, weights {result.Run.WeightExpression}, value function {result.Run.ValueFunction}");
        json.WriteString("version", "1");
        json.WriteStartObject("U01");
        json.WriteStartArray("rng");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Sip(Utf8JsonWriter json, ScenarioUncertainty scenario, string title, double[] samples)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Id);
        json.WriteString("ref", title);
        json.WriteString("function", "SIP");
        json.WriteStartObject("metadata");
        json.WriteNumber("count", samples.Length);
        json.WriteNumber("mean", samples.Average());
        json.WriteNumber("P5", scenario.Impact.Q05);
        json.WriteNumber("P50", scenario.Impact.Q50);
        json.WriteNumber("P95", scenario.Impact.Q95);
        json.WriteEndObject();
        json.WriteStartObject("arguments");
        json.WriteStartArray("samples");
        Array.ForEach(samples, json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
