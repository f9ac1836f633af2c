using System.Text.Json;
using Weerbaar.Platform.CommandLine;
using Weerbaar.WorkingMethod.Assessment.Elicit;

namespace Weerbaar.Tests.Elicit;

/// <summary>Calls the verb as the command line does, on files that exist for as long as the test.</summary>
internal sealed class ElicitCall : IDisposable
{
    /// <summary>Three experts, two seed questions and a target question.</summary>
    public const string Panel = """
        question,is_seed,realisation,expert,q05,q50,q95
        rain,1,820,Ann,700,800,900
        rain,1,820,Bob,400,500,600
        rain,1,820,Cas,600,850,1000
        wind,1,5.1,Ann,4,5,6
        wind,1,5.1,Bob,6,8,9
        wind,1,5.1,Cas,2,6,9
        flood,0,,Ann,10,20,40
        flood,0,,Bob,1,2,3
        flood,0,,Cas,15,30,60

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("elicit");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public string File(string text, string name = "panel.csv")
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs on a CSV with this text and returns the exit code.</summary>
    public int On(string csv, params string[] options) => Run([File(csv), .. options]);

    public int Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Verbs.RunAsync(ElicitVerb.Verb(), arguments, output, error).GetAwaiter().GetResult();
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
