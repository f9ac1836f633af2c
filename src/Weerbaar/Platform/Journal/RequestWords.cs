using System.Text.Json;

namespace Weerbaar.Platform.Journal;

/// <summary>What an entry about a request says, each with the key of the words before it.</summary>
public static class RequestWords
{
    public static IEnumerable<(string Key, string Words)> Of(JournalEntry entry)
    {
        if (entry.After.Length == 0)
        {
            yield break;
        }

        using var content = JsonDocument.Parse(entry.After);
        if (content.RootElement.TryGetProperty("words", out var words))
        {
            yield return ("journal.request.words", words.GetString() ?? "");
        }

        if (content.RootElement.TryGetProperty("path", out var path))
        {
            yield return ("journal.request.path", path.GetString() ?? "");
        }

        if (content.RootElement.TryGetProperty("count", out var count))
        {
            yield return ("journal.request.count", count.ToString());
        }
    }
}
