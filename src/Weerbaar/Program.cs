using System.CommandLine;
using Weerbaar.Platform.CommandLine;
using Weerbaar.WorkingMethod.Assessment.AssessFile;

var methods = Path.Combine(AppContext.BaseDirectory, "methods");
var weerbaar = new RootCommand("Weerbaar: a country's national-security working method, from signal to measure.")
{
    Serve.Verb(),
    AssessVerb.Verb(methods),
    MethodsVerb.Verb(methods),
    Load.Verb(),
    Export.Verb(),
    Report.Verb(),
    Journal.Verb(),
    Schema.Verb(),
};

return await Verbs.RunAsync(weerbaar, args);
