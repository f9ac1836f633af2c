using System.CommandLine;

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
        Description = "sqlite:PATH or postgres:CONNECTIONSTRING; without it a SQLite file in the data folder",
    };

    public static ServerSettings Settings(ParseResult parsed)
    {
        try
        {
            return ServerSettings.In(parsed.GetValue(Data)!, parsed.GetValue(Database));
        }
        catch (FormatException wrong)
        {
            throw new BadUse(wrong.Message);
        }
    }

    public static void PrepareFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, ".writable");
            File.WriteAllText(trial, "");
            File.Delete(trial);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadUse($"The data folder {folder} can't be written: {refused.Message} Choose another with --data.");
        }
    }
}
