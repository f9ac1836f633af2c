using System.CommandLine;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;
using Weerbaar.WorkingMethod.Assessment.AssessFile;
using Weerbaar.WorkingMethod.Assessment.Elicit;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Reports.Exports;
using Weerbaar.WorkingMethod.Reports.Findings;

var methods = Path.Combine(AppContext.BaseDirectory, "methods");
var weerbaar = new RootCommand("Weerbaar: a country's national-security working method, from signal to measure.")
{
    ServeVerb.Verb(),
    AssessVerb.Verb(methods),
    MethodsVerb.Verb(methods),
    SimulateVerb.Verb((file, weights) => FromAssessment.Read(file, weights, EditionCatalogue.Load(methods))),
    MergeVerb.Verb(),
    ElicitVerb.Verb(),
    LoadVerb.Verb(),
    ExportVerb.Verb(),
    ReportVerb.Verb(),
    InviteVerb.Verb(),
    JournalVerb.Verb(),
    BackupVerb.Verb(),
    RestoreVerb.Verb(),
    MoveVerb.Verb(),
    MigrateVerb.Verb(),
    DoctorVerb.Verb(),
    SchemaVerb.Verb(),
};

return await Verbs.RunAsync(weerbaar, args);
