using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Sends many requests, half of them spoiled in one place or more, and keeps what was answered badly.</summary>
internal sealed class FuzzRun(Garbage garbage, Sound sound, Known known, HttpClient[] people)
{
    private const int EnoughFaults = 10;

    private readonly List<string> faults = [];

    private readonly SortedDictionary<int, int> answered = [];

    private readonly HashSet<Operation> done = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>How many answers had which status.</summary>
    public IReadOnlyDictionary<int, int> Answered => answered;

    /// <summary>The operations that did what was asked at least once.</summary>
    public IReadOnlySet<Operation> Done => done;

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
        var draft = Draft.Of(operation, sound, known, garbage);
        for (var more = garbage.Chance(2); more; more = garbage.Chance(4))
        {
            draft.Spoil(garbage);
        }

        using var request = draft.Request(garbage);
        using var answer = await (garbage.Chance(30) ? garbage.Choose(people) : people[0]).SendAsync(request);
        answered[(int)answer.StatusCode] = answered.GetValueOrDefault((int)answer.StatusCode) + 1;
        if (await Answers.FaultAsync(answer) is { } fault)
        {
            var sent = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
            faults.Add($"{number}: {request.Method} {request.RequestUri} {sent[..Math.Min(sent.Length, 600)]}\n  {fault}");
        }
        else if (answer.IsSuccessStatusCode && request.Method.Method == operation.Method)
        {
            await DoneAsync(operation, draft.Path, answer);
        }
    }

    private async Task DoneAsync(Operation operation, string path, HttpResponseMessage answer)
    {
        done.Add(operation);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json" && answer.RequestMessage!.RequestUri!.Query.Contains("on=", StringComparison.Ordinal) == false)
        {
            known.Learn(path, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
        }
    }
}
