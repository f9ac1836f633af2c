using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Fuzz;

/// <summary>What every answer keeps to, whatever was asked.</summary>
internal static partial class Answers
{
    /// <summary>What is wrong with an answer of the API, or null.</summary>
    public static async Task<string?> FaultAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        return status >= 500 ? $"{status}: {Start(text)}"
            : Inside().Match(text) is { Success: true } leak ? $"{status} shows the inside: {Around(text, leak.Index)}"
            : status >= 400 && !IsProblem(answer, text) ? $"{status} without a problem: {Start(text)}"
            : null;
    }

    /// <summary>What is wrong with a page, or null.</summary>
    public static async Task<string?> PageFaultAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var status = (int)answer.StatusCode;
        return status >= 500 ? $"{status}: {Start(text)}"
            : Inside().Match(text) is { Success: true } leak ? $"{status} shows the inside: {Around(text, leak.Index)}"
            : null;
    }

    private static bool IsProblem(HttpResponseMessage answer, string text) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
        && JsonDocument.Parse(text).RootElement is var problem
        && problem.Text("title").Length > 0 && problem.Text("detail").Length > 0
        && problem.GetProperty("status").GetInt32() == (int)answer.StatusCode;

    private static string Start(string text) => text[..Math.Min(text.Length, 300)];

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 120)];

    [GeneratedRegex(@"Exception\b|^\s+at \w+\.|System\.[A-Z]|Microsoft\.[A-Z]|Npgsql|Sqlite|SQLITE|Weerbaar\.(Platform|WorkingMethod|Analysis)|\bSELECT |\bINSERT INTO|duplicate key|constraint failed|pg_(advisory|catalog)", RegexOptions.Multiline)]
    private static partial Regex Inside();
}
