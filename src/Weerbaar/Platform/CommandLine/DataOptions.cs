using System.CommandLine;
using Npgsql;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary>The options of every verb that uses the database.</summary>
internal static class DataOptions
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "The folder the program keeps its data in",
        DefaultValueFactory = _ => ServerSettings.DefaultDataFolder(),
    };

    public static Option<string?> Database { get; } = new("--database")
    {
        Description = "sqlite:PATH or postgres:CONNECTIONSTRING; without it $WEERBAAR_DATABASE, else a SQLite file in the data folder",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WEERBAAR_DATABASE") is { Length: > 0 } database ? database : null,
    };

    public static Option<string?> OpenId { get; } = new("--openid")
    {
        Description = "A file with the settings of signing in with an organisation's account; see docs/operations.md",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Weerbaar__OpenId") is { Length: > 0 } file ? file : null,
    };

    /// <summary>With the settings of who else the program works with.</summary>
    public static ServerSettings WithOpenId(this ServerSettings settings, ParseResult parsed) =>
        parsed.GetValue(OpenId) is { } file ? settings with { OpenId = ReadOpenId.From(file, settings.Ceiling, OrganisationCatalogue.With(settings.DataFolder)) } : settings;

    public static ServerSettings Settings(ParseResult parsed)
    {
        RefusePassword(parsed, Database);
        return Settings(parsed.GetValue(Data)!, parsed.GetValue(Database));
    }

    /// <summary>Everybody on a machine can read the words a program was started with.</summary>
    /// <exception cref="BadUse">There is a password among those of this option.</exception>
    public static void RefusePassword(ParseResult parsed, Option option) => BadUse.Unless(
        parsed.GetResult(option)?.Tokens.Any(t => Storage.Database.HoldsPassword(t.Value)) != true,
        $"{option.Name} holds a password, and everybody on this machine can read command lines. Leave it out and name a file with Passfile=…, or give it as PGPASSWORD in the environment; the whole address may be in WEERBAAR_DATABASE.");

    public static ServerSettings Settings(string folder, string? database)
    {
        BadUse.Unless(folder.Length > 0, "--data asks for a folder.");
        BadUse.Unless(database is not "sqlite:", "--database sqlite: asks for the path of a file behind it.");
        try
        {
            var settings = ServerSettings.In(folder, database);
            BadUse.Unless(settings.Database.IsSqlite || NamesServer(settings.Database), "--database postgres: asks for Host=…;Database=…;Username=…;Password=… behind it.");
            return settings;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new BadUse($"{wrong.Message} Correct --data, --database or the environment.", wrong);
        }
    }

    private static bool NamesServer(Database database)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(database.ConnectionString).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
