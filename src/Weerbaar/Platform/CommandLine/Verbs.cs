using System.CommandLine;
using Microsoft.Data.Sqlite;
using Npgsql;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.CommandLine;

/// <summary>Runs a verb: 0 when it went well, 1 for bad input, 2 for a defect of the program.</summary>
internal static class Verbs
{
    public const int BadInput = 1;
    public const int Defect = 2;

    public static async Task<int> RunAsync(RootCommand weerbaar, string[] args)
    {
        var parsed = weerbaar.Parse(args);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (BadUse bad)
        {
            await System.Console.Error.WriteLineAsync(bad.Message);
            return BadInput;
        }
        catch (BadInputException bad)
        {
            await System.Console.Error.WriteLineAsync(bad.Message);
            return BadInput;
        }
        catch (Exception refused) when (refused is SqliteException or NpgsqlException or IOException or UriFormatException)
        {
            await System.Console.Error.WriteLineAsync($"This can't be done: {refused.Message} Check the address, the file or the database that was named.");
            return BadInput;
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            await System.Console.Error.WriteLineAsync($"Something went wrong that is not your doing: {defect.Message}\n{defect}");
            return Defect;
        }
    }
}

/// <summary>What was asked can't be done as asked: the message says what is wrong and what to do.</summary>
internal sealed class BadUse(string message) : Exception(message);
