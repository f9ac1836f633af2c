using System.CommandLine;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Explanation;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Journal.Verbs;
using Weerbaar.WorkingMethod.Assessment.AssessFile;
using Weerbaar.WorkingMethod.Assessment.Elicit;
using Weerbaar.WorkingMethod.Assessment.Simulate;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Reports.Exports;
using Weerbaar.WorkingMethod.Reports.Findings;

var methods = Path.Combine(AppContext.BaseDirectory, "methods");
(string Name, Func<Command> Verb)[] verbs =
[
    ("serve", ServeVerb.Verb),
    ("assess", () => AssessVerb.Verb(methods)),
    ("methods", () => MethodsVerb.Verb(methods)),
    ("simulate", () => SimulateVerb.Verb((file, weights, cancel) => FromAssessment.Read(file, weights, EditionCatalogue.Load(methods), cancel))),
    ("merge", MergeVerb.Verb),
    ("elicit", ElicitVerb.Verb),
    ("load", LoadVerb.Verb),
    ("export", ExportVerb.Verb),
    ("report", ReportVerb.Verb),
    ("invite", InviteVerb.Verb),
    ("access", AccessVerb.Verb),
    ("api-client", ApiClientVerb.Verb),
    ("journal", JournalVerb.Verb),
    ("backup", BackupVerb.Verb),
    ("restore", RestoreVerb.Verb),
    ("move", MoveVerb.Verb),
    ("migrate", MigrateVerb.Verb),
    ("doctor", DoctorVerb.Verb),
    ("schema", SchemaVerb.Verb),
];

// Only the verb that is asked for is made: making them all takes longer than some of them run.
var weerbaar = new RootCommand("Weerbaar: a country's national-security working method, from signal to measure.");
foreach (var (name, verb) in verbs)
{
    if (args is not [var asked, ..] || asked == name || Array.TrueForAll(verbs, v => v.Name != asked))
    {
        weerbaar.Add(verb());
    }
}

return Verbs.RunAsync(weerbaar, args).GetAwaiter().GetResult();
