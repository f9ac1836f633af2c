using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar schema</c>: the model's own create script, the starting point of a migration written by hand.</summary>
internal static class Schema
{
    public static Command Verb()
    {
        var database = new Option<string>("--database") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        var verb = new Command("schema", "Print the SQL that makes the tables of the model, for who writes a migration.\nExample: weerbaar schema --database postgres") { database };
        verb.SetAction(parsed => Print(parsed.GetValue(database)!));
        return verb;
    }

    private static void Print(string database)
    {
        var settings = ServerSettings.In(Path.GetTempPath(), database == "postgres" ? "postgres:Host=localhost" : "sqlite::memory:");
        var services = new ServiceCollection();
        Server.Add(services, settings);
        using var scope = services.BuildServiceProvider().CreateScope();
        System.Console.Out.Write(scope.ServiceProvider.GetRequiredService<WeerbaarDb>().Database.GenerateCreateScript());
    }
}
