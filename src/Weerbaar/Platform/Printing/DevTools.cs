using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weerbaar.Platform.Printing;

/// <summary>
/// The DevTools protocol over a pair of pipes: JSON messages that each end in a zero byte. Answers find their
/// question by number; everything else is an event, handed to <see cref="Happened"/> in the order it came.
/// </summary>
internal sealed class DevTools(Stream toBrowser, Stream fromBrowser) : IDisposable
{
    private static readonly JsonSerializerOptions withoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile Exception? ended;
    private int last;

    /// <summary>Called with the event's name and parameters; must not wait for an answer.</summary>
    public Action<string, JsonElement> Happened { get; set; } = (_, _) => { };

    /// <summary>The page that questions go to; null for the browser itself.</summary>
    public string? Session { get; set; }

    public async Task<JsonElement> AskAsync(string method, object parameters, CancellationToken stop)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (ended is { } reason)
        {
            answer.TrySetException(reason);
        }

        await SendAsync(new { id, method, @params = parameters, sessionId = Session }, stop);
        return await answer.Task.WaitAsync(stop);
    }

    /// <summary>Reads messages until the browser closes the pipe; then every open question fails.</summary>
    public async Task ListenAsync()
    {
        Exception reason = new PrintingFailedException("Chromium stopped before it had answered.");
        try
        {
            await ReadAllAsync();
        }
        catch (Exception error) when (error is IOException or JsonException or ObjectDisposedException)
        {
            reason = new PrintingFailedException("The connection to Chromium broke.", error);
        }

        ended = reason;
        foreach (var question in waiting.Values)
        {
            question.TrySetException(reason);
        }
    }

    public void Dispose() => writing.Dispose();

    private async Task SendAsync(object message, CancellationToken stop)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(message, withoutNulls), 0];
        await writing.WaitAsync(stop);
        try
        {
            await toBrowser.WriteAsync(bytes, stop);
            await toBrowser.FlushAsync(stop);
        }
        catch (IOException error)
        {
            throw new PrintingFailedException("Chromium no longer listens.", error);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAllAsync()
    {
        var reader = PipeReader.Create(fromBrowser);
        while (true)
        {
            var read = await reader.ReadAsync();
            var rest = read.Buffer;
            while (rest.PositionOf((byte)0) is { } end)
            {
                Receive(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private void Receive(ReadOnlySequence<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var message = document.RootElement.Clone();
        if (!message.TryGetProperty("id", out var id))
        {
            Happened(message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
        else if (waiting.TryRemove(id.GetInt32(), out var question))
        {
            Answer(question, message);
        }
    }

    private static void Answer(TaskCompletionSource<JsonElement> question, JsonElement message)
    {
        if (message.TryGetProperty("error", out var error))
        {
            question.TrySetException(new PrintingFailedException($"Chromium refused: {error.GetProperty("message").GetString()}"));
        }
        else
        {
            question.TrySetResult(message.GetProperty("result"));
        }
    }
}
