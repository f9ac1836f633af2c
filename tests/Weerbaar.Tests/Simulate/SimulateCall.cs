using System.CommandLine;
using System.Text;
using System.Text.Json;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Simulate;

/// <summary>Calls simulate and merge as the command line does, on files that exist for as long as the test.</summary>
internal sealed class SimulateCall : IDisposable
{
    public const string Header = "alt,crit,lo,best,hi\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("simulate");

    public string Error { get; private set; } = "";

    public void Dispose() => folder.Delete(recursive: true);

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>The exit code of <c>simulate</c> on a table of these rows.</summary>
    public Task<int> OnAsync(string rows, params string[] options) => RunAsync(["simulate", "--table", File("scores.csv", Header + rows), .. options]);

    public async Task<int> RunAsync(params string[] arguments)
    {
        using var error = new StringWriter();
        var root = new RootCommand { SimulateVerb.Verb((file, weights, cancel) => FromAssessment.Read(file, weights, Methods.Editions, cancel)), MergeVerb.Verb() };
        var code = await Verbs.RunAsync(root, arguments, error: error);
        Error = error.ToString();
        return code;
    }

    /// <summary>What a run on these rows finds.</summary>
    public static JsonElement Result(string rows, SimulateRequest? request = null, string? correlations = null) =>
        JsonDocument.Parse(Text(rows, (request ?? new()) with { Json = true }, correlations)).RootElement;

    /// <summary>What a run on these rows writes.</summary>
    public static string Text(string rows, SimulateRequest request, string? correlations = null)
    {
        var apart = ScoreTable.Read(Header + rows, "uniform");
        using var output = new MemoryStream();
        SimulateVerb.Run(correlations is null ? apart : CorrelationTable.Read(correlations).In(apart), request, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
