using System.CommandLine;
using Weerbaar.Platform.CommandLine;
using Weerbaar.WorkingMethod.Assessment.AssessFile;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Assessment.Elicit;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

var methods = Path.Combine(AppContext.BaseDirectory, "methods");
var weerbaar = new RootCommand("Weerbaar: a country's national-security working method, from signal to measure.")
{
    Serve.Verb(),
    AssessVerb.Verb(methods),
    MethodsVerb.Verb(methods),
    SimulateVerb.Create((file, weights) => FromAssessment.Read(file, weights, EditionCatalogue.Load(methods))),
    MergeVerb.Create(),
    ElicitCommand.Build(),
    Load.Verb(),
    Export.Verb(),
    Report.Verb(),
    Journal.Verb(),
    Schema.Verb(),
};

return await Verbs.RunAsync(weerbaar, args);
