using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar schema</c>: the model's own create script, the starting point of a migration written by hand.</summary>
internal static class SchemaVerb
{
    public static Command Verb()
    {
        var database = new Option<string>("--database") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        var verb = new Command("schema", "Print the SQL that makes the tables of the model, for who writes a migration.\nExample: weerbaar schema --database postgres") { database };
        verb.SetAction(parsed => Print(parsed.GetValue(database)!, parsed.InvocationConfiguration.Output));
        return verb;
    }

    private static void Print(string database, TextWriter output)
    {
        var settings = ServerSettings.In(Path.GetTempPath(), database switch
        {
            "sqlite" => "sqlite::memory:",
            "postgres" => "postgres:Host=localhost",
            _ => throw new BadUse($"There is no database '{database}'. Choose sqlite or postgres."),
        });
        var services = new ServiceCollection();
        Server.Add(services, settings);
        using var scope = services.BuildServiceProvider().CreateScope();
        output.Write(scope.ServiceProvider.GetRequiredService<WeerbaarDb>().Database.GenerateCreateScript());
    }
}
