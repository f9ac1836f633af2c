using System.CommandLine;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary><c>weerbaar assess FILE</c>: the overall impact, likelihood and rank of the scenarios in a file.</summary>
public static class AssessVerb
{
    private const string Description = """
        Compute the overall impact, likelihood and rank of the scenarios in a file.

        Example: weerbaar assess round.yaml --json --value-function base10
        with in round.yaml:
          method: nl-2009
          weights: equal-per-criterion      # or equal-per-interest, a profile, or criterion: number
          scenarios:
            - id: s1
              likelihood: C                 # or C-high, {p: 0.02}, {returnPeriodYears: 250}, {lower: B, best: C, upper: D}
              impact: {"1.1": D, "1.2": X, "2.1": {lower: C, best: D, upper: E}, "2.2": B, "2.3": A,
                       "3.1": C, "4.1": X, "5.1": C, "5.2": A, "5.3": X}   # every criterion of the method
            - id: s2
              nature: malicious             # hazard when left out
              likelihood: {p: 0.02}
              overall: C                    # when only the overall class is known
        """;

    /// <param name="methodsFolder">Where the method editions are.</param>
    public static Command Verb(string methodsFolder)
    {
        var file = new Argument<string>("FILE") { Description = "The YAML file to assess." };
        var json = new Option<bool>("--json") { Description = "Write JSON with full precision instead of a table." };
        var value = new Option<string?>("--value-function") { Description = "base3, base10 or linear instead of the value function of the edition.", HelpName = "NAME" };
        var weights = new Option<string?>("--weights") { Description = "equal-per-criterion, equal-per-interest or a profile of the edition, instead of the weights in the file.", HelpName = "ID" };
        var verb = new Command("assess", Description) { file, json, value, weights };
        verb.SetAction(call =>
        {
            var options = new AssessOptions(call.GetValue(json), call.GetValue(value), call.GetValue(weights));
            call.InvocationConfiguration.Output.WriteLine(Answer(call.GetRequiredValue(file), options, EditionCatalogue.Load(methodsFolder)));
        });
        return verb;
    }

    /// <exception cref="BadInputException">The file or the options can't be used; it names everything that is wrong.</exception>
    public static string Answer(string path, AssessOptions options, EditionCatalogue editions)
    {
        var errors = new InputErrors();
        var input = YamlFile.Read(path, errors) is { } file ? AssessReader.Read(file.Root, options, editions, errors) : null;
        errors.ThrowIfAny();
        var scenarios = AssessedScenario.Of(input!);
        return options.Json ? AssessJson.Of(input!, scenarios) : AssessTable.Of(input!, scenarios);
    }
}
