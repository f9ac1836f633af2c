using System.Globalization;
using System.Text.Json;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// The impacts as a SIPmath 3.0 library (probabilitymanagement.org/30-standard): per scenario a metalog, drawn by HDR
/// generators through a Gaussian copula that keeps what scenarios share, such as the weights. The samples themselves, which
/// this standard has no place for, are a table.
/// </summary>
public static class SipMath
{
    /// <summary>Draws the metalogs and the copula are fitted to.</summary>
    public const int MostSamples = 10_000;

    /// <summary>Points of a density, as other writers of the format give.</summary>
    private const int DensityPoints = 25;

    private const string Copula = "Gaussian";
    private const string Correlations = "correlationMatrix";

    /// <summary>The draws of each scenario's impact, in the order of the scenarios.</summary>
    public static double[][] Samples(RoundUncertainty result, CancellationToken ct)
    {
        var drawn = ValueSamples.Draw(result.Model.Input.Numbers, (int)Math.Min(MostSamples, result.Run.Samples), result.Run.Seed, ct);
        Array.ForEach(drawn, values => result.Model.Terms.ToImpacts(values));
        return drawn;
    }

    public static byte[] Write(RoundUncertainty result, Func<string, string> titleOf, DateOnly today, CancellationToken ct)
    {
        var (names, samples) = (result.Scenarios.Select(s => s.Id).ToArray(), Samples(result, ct));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("name", $"{result.Run.Edition} {result.Run.InputHash}");
            json.WriteString("objectType", "sipModel");
            json.WriteString("libraryType", "SIPmath_3_0");
            json.WriteString("dateCreated", today.ToString("MM-dd-yyyy", CultureInfo.InvariantCulture));
            WriteCorrelations(json, names, NormalScores.Correlations(samples, ct));
            json.WriteString("provenance", $"{result.Run.Engine}, seed {result.Run.Seed}, weights {result.Run.WeightExpression}, value function {result.Run.ValueFunction}");
            WriteGenerators(json, names.Length, result.Run.Seed);
            json.WriteStartArray("sips");
            for (var k = 0; k < names.Length; k++)
            {
                Array.Sort(samples[k]);
                WriteSip(json, k, names[k], titleOf(names[k]), samples[k], result.Model.Terms.Impact(result.Model.Input.Numbers.Lowest), result.Model.Terms.Impact(result.Model.Input.Numbers.Highest));
            }

            json.WriteEndArray();
            json.WriteString("version", "1");
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteCorrelations(Utf8JsonWriter json, string[] names, double[,] matrix)
    {
        json.WriteStartArray("globalVariables");
        json.WriteStartObject();
        json.WriteString("name", Correlations);
        json.WriteStartObject("value");
        WriteNames(json, "columns", names);
        WriteNames(json, "rows", names);
        json.WriteStartArray("matrix");
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                json.WriteStartObject();
                json.WriteString("row", names[i]);
                json.WriteString("col", names[j]);
                json.WriteNumber("value", matrix[i, j]);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteGenerators(Utf8JsonWriter json, int count, ulong seed)
    {
        json.WriteStartObject("U01");
        json.WriteStartArray("rng");
        for (var k = 0; k < count; k++)
        {
            json.WriteStartObject();
            json.WriteString("name", Generator(k));
            json.WriteString("function", "HDR_2_0");
            json.WriteStartObject("arguments");
            json.WriteString("counter", "PM_Index");
            json.WriteNumber("entity", 1);
            json.WriteNumber("varId", k + 1);
            json.WriteNumber("seed3", seed % 1_000_000);
            json.WriteNumber("seed4", 0);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("copula");
        json.WriteStartObject();
        json.WriteStartObject("arguments");
        json.WriteStartObject(Correlations);
        json.WriteString("type", "globalVariables");
        json.WriteString("value", Correlations);
        json.WriteEndObject();
        WriteNames(json, "rng", Enumerable.Range(0, count).Select(Generator));
        json.WriteEndObject();
        json.WriteString("function", "GaussianCopula");
        json.WriteString("name", Copula);
        WriteNames(json, "copulaLayer", Enumerable.Range(0, count).Select(Layer));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSip(Utf8JsonWriter json, int place, string name, string title, double[] rising, double lowest, double highest)
    {
        // A metalog does not reach its bounds, and the highest class is reached: the bounds lie a hundredth of the range outside.
        var margin = Math.Max((highest - lowest) / 100, 1e-6);
        var fitted = BoundedMetalog.Fit(rising, lowest - margin, highest + margin);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("ref");
        json.WriteString("source", "copula");
        json.WriteString("name", Copula);
        json.WriteString("copulaLayer", Layer(place));
        json.WriteEndObject();
        json.WriteString("function", "Metalog_1_0");
        json.WriteStartObject("arguments");
        json.WriteNumber("lowerBound", fitted.Low);
        json.WriteNumber("upperBound", fitted.High);
        WriteNumbers(json, "aCoefficients", fitted.Coefficients);
        json.WriteEndObject();
        WriteMetadata(json, title, rising, fitted);
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, string title, double[] rising, BoundedMetalog fitted)
    {
        var mean = rising.Average();
        json.WriteStartObject("metadata");
        json.WriteString("title", title);
        json.WriteNumber("count", rising.Length);
        json.WriteNumber("mean", mean);
        json.WriteNumber("std", Math.Sqrt(rising.Sum(x => (x - mean) * (x - mean)) / Math.Max(1, rising.Length - 1)));
        json.WriteNumber("min", rising[0]);
        var quantiles = Quantiles.Of([.. rising], 0.05, 0.25, 0.5, 0.75, 0.95);
        foreach (var (key, value) in ((string[])["P5", "P25", "P50", "P75", "P95"]).Zip(quantiles))
        {
            json.WriteNumber(key, value);
        }

        json.WriteNumber("max", rising[^1]);
        var densities = Enumerable.Range(0, DensityPoints).Select(k => fitted.Density((k + 0.5) / DensityPoints)).ToList();
        WriteNumbers(json, "density", densities.TrueForAll(double.IsFinite) ? densities : []);
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string property, IEnumerable<double> numbers)
    {
        json.WriteStartArray(property);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static string Generator(int k) => $"hdr{k + 1}";

    private static string Layer(int k) => $"c{k + 1}";
}
