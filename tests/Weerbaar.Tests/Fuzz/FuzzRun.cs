using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Sends many requests that are wrong in all ways, and keeps what was answered badly.</summary>
internal sealed class FuzzRun(Garbage garbage, HttpClient[] people)
{
    private const int EnoughFaults = 10;

    private readonly List<string> faults = [];

    private readonly SortedDictionary<int, int> answered = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>How many answers had which status.</summary>
    public IReadOnlyDictionary<int, int> Answered => answered;

    public static int Requests(int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("WEERBAAR_FUZZ_REQUESTS"), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    public static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("WEERBAAR_FUZZ_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : 2007;

    public async Task AskAsync(IReadOnlyList<Operation> operations, int requests)
    {
        for (var number = 0; number < requests && faults.Count < EnoughFaults; number++)
        {
            await AskAsync(operations[number % operations.Count], number);
        }
    }

    private async Task AskAsync(Operation operation, int number)
    {
        var body = operation.Body is null ? null : garbage.Body(operation.Body);
        var method = garbage.Chance(50) ? garbage.Choose(["TRACE", "PATCH", "DELETE", "POST", "PUT"]) : operation.Method;
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(operation));
        if (body is not null && method != "TRACE")
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", garbage.Chance(30) ? garbage.Choose(["text/plain", "application/json; charset=utf-16", ""]) : "application/json");
        }

        if (operation.NeedsVersion && !garbage.Chance(20))
        {
            request.Headers.TryAddWithoutValidation("If-Match", garbage.Choose(["\"0\"", "\"1\"", "\"1\"", "\"2\"", "\"3\"", "*", "x", "\"-1\""]));
        }

        using var answer = await (garbage.Chance(30) ? garbage.Choose(people) : people[0]).SendAsync(request);
        answered[(int)answer.StatusCode] = answered.GetValueOrDefault((int)answer.StatusCode) + 1;
        if (await Answers.FaultAsync(answer) is { } fault)
        {
            faults.Add($"{number}: {method} {request.RequestUri} {Encoding.UTF8.GetString(body ?? [])[..Math.Min(body?.Length ?? 0, 600)]}\n  {fault}");
        }
    }

    private string Address(Operation operation)
    {
        var path = operation.Path;
        foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
        {
            var value = Uri.EscapeDataString(Sound(garbage.Value(parameter.Schema)));
            path = path.Replace($"{{{parameter.Name}}}", value.Length is > 0 and < 3000 && !value.Contains("%00", StringComparison.Ordinal) ? value : "x", StringComparison.Ordinal);
        }

        var query = operation.Parameters.Where(p => p.In == "query" && !garbage.Chance(3))
            .Select(p => $"{p.Name}={Uri.EscapeDataString(Sound(garbage.Value(p.Schema)))}").Where(p => p.Length < 3000);
        return $"{path}?{string.Join('&', query)}";
    }

    /// <summary>An address can't carry half a surrogate pair.</summary>
    private static string Sound(string word) => string.Concat(word.EnumerateRunes());
}
