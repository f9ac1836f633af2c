using System.Globalization;
using System.Text.Json;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Tests.Uncertainty;

/// <summary>
/// Reads a SIPmath 3.0 library as published (probabilitymanagement.org/30-standard and the libraries its tools write): every
/// property has to be there with these names, and none beside it but in metadata.
/// </summary>
internal sealed class SipLibrary
{
    private SipLibrary(IReadOnlyList<Sip> sips, double[,] lower) => (Sips, this.lower) = (sips, lower);

    private readonly double[,] lower;

    internal IReadOnlyList<Sip> Sips { get; }

    internal sealed record Sip(string Name, double Low, double High, double[] Coefficients, JsonElement Metadata)
    {
        /// <summary>Keelin's metalog between bounds.</summary>
        internal double Quantile(double p)
        {
            var (odds, from) = (Math.Log(p / (1 - p)), p - 0.5);
            double[] terms = [1, odds, from * odds, from, from * from];
            var exponential = Math.Exp(Coefficients.Zip(terms, (a, t) => a * t).Sum());
            return (Low + (High * exponential)) / (1 + exponential);
        }
    }

    internal static SipLibrary Read(byte[] json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        Holds(root, "name", "objectType", "libraryType", "dateCreated", "globalVariables", "provenance", "U01", "sips", "version");
        (root.Text("objectType"), root.Text("libraryType"), root.Text("version")).ShouldBe(("sipModel", "SIPmath_3_0", "1"));
        DateOnly.ParseExact(root.Text("dateCreated"), "MM-dd-yyyy", CultureInfo.InvariantCulture);

        var (variable, sips) = (root.GetProperty("globalVariables").EnumerateArray().Single(), root.GetProperty("sips").EnumerateArray().ToList());
        Holds(variable, "name", "value");
        var names = sips.ConvertAll(s => s.Text("name"));
        var matrix = Matrix(variable.GetProperty("value"), names);
        var layers = Layers(root.GetProperty("U01"), variable.Text("name"), names.Count);
        return new([.. sips.Select((sip, k) => ReadSip(sip, layers[k]))], CorrelationMatrix.Cholesky(matrix).ShouldNotBeNull());
    }

    /// <summary>Draws with a generator of our own where the library names HDR: its layers are coupled as it says.</summary>
    internal double[][] Draw(int count)
    {
        var (random, drawn) = (new RandomSequence(5, StreamPurpose.Integration, 0), Sips.Select(_ => new double[count]).ToArray());
        for (var k = 0; k < count; k++)
        {
            var normals = Sips.Select(_ => Elementary.NormalQuantile(random.NextOpen())).ToArray();
            for (var i = 0; i < Sips.Count; i++)
            {
                drawn[i][k] = Sips[i].Quantile(Elementary.NormalCdf(Enumerable.Range(0, i + 1).Sum(j => lower[i, j] * normals[j])));
            }
        }

        return drawn;
    }

    private static Sip ReadSip(JsonElement sip, string layer)
    {
        Holds(sip, "name", "ref", "function", "arguments", "metadata");
        sip.Text("function").ShouldBe("Metalog_1_0");
        var (source, arguments) = (sip.GetProperty("ref"), sip.GetProperty("arguments"));
        Holds(source, "source", "name", "copulaLayer");
        (source.Text("source"), source.Text("name"), source.Text("copulaLayer")).ShouldBe(("copula", "Gaussian", layer));
        Holds(arguments, "lowerBound", "upperBound", "aCoefficients");
        var coefficients = arguments.GetProperty("aCoefficients").EnumerateArray().Select(a => a.GetDouble()).ToArray();
        coefficients.Length.ShouldBeInRange(2, 16);
        return new(sip.Text("name"), arguments.GetProperty("lowerBound").GetDouble(), arguments.GetProperty("upperBound").GetDouble(), coefficients, sip.GetProperty("metadata"));
    }

    private static double[,] Matrix(JsonElement value, List<string> names)
    {
        Holds(value, "columns", "rows", "matrix");
        Strings(value.GetProperty("columns")).ShouldBe(names);
        Strings(value.GetProperty("rows")).ShouldBe(names);
        var matrix = new double[names.Count, names.Count];
        foreach (var cell in value.GetProperty("matrix").EnumerateArray())
        {
            Holds(cell, "row", "col", "value");
            var (row, column) = (names.IndexOf(cell.Text("row")), names.IndexOf(cell.Text("col")));
            column.ShouldBeLessThanOrEqualTo(row, "the lower half, with the diagonal");
            matrix[row, column] = matrix[column, row] = cell.GetProperty("value").GetDouble();
        }

        return matrix;
    }

    private static List<string> Layers(JsonElement uniform, string correlations, int count)
    {
        Holds(uniform, "rng", "copula");
        var (generators, copula) = (uniform.GetProperty("rng").EnumerateArray().ToList(), uniform.GetProperty("copula").EnumerateArray().Single());
        foreach (var generator in generators)
        {
            Holds(generator, "name", "function", "arguments");
            generator.Text("function").ShouldBe("HDR_2_0");
            Holds(generator.GetProperty("arguments"), "counter", "entity", "varId", "seed3", "seed4");
            generator.GetProperty("arguments").Text("counter").ShouldBe("PM_Index");
        }

        generators.Select(g => g.GetProperty("arguments").GetProperty("varId").GetInt64()).Distinct().Count().ShouldBe(count);
        Holds(copula, "arguments", "function", "name", "copulaLayer");
        (copula.Text("function"), copula.Text("name")).ShouldBe(("GaussianCopula", "Gaussian"));
        Holds(copula.GetProperty("arguments"), "correlationMatrix", "rng");
        (copula.GetProperty("arguments").GetProperty("correlationMatrix").Text("type"), copula.GetProperty("arguments").GetProperty("correlationMatrix").Text("value")).ShouldBe(("globalVariables", correlations));
        Strings(copula.GetProperty("arguments").GetProperty("rng")).ShouldBe(generators.Select(g => g.Text("name")));
        return [.. Strings(copula.GetProperty("copulaLayer"))];
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static void Holds(JsonElement element, params string[] properties) =>
        element.EnumerateObject().Select(p => p.Name).Order().ShouldBe(properties.Order());
}
