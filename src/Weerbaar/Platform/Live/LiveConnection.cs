using System.Threading.Channels;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Live;

/// <summary>
/// One browser that listens. What is to be sent to it waits in a bounded row; a browser that does not keep up is told to
/// load the page again, and nobody waits for it.
/// </summary>
public sealed class LiveConnection(Actor reader, string sessionId)
{
    /// <summary>As many events as may wait; each holds all that was changed in one moment.</summary>
    public const int LongestRow = 128;

    private readonly Channel<ReadOnlyMemory<byte>> row = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(LongestRow) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private volatile bool isTooSlow;

    public Actor Reader { get; } = reader;

    public string SessionId { get; } = sessionId;

    public Audience Audience { get; } = Audience.Of(reader);

    /// <summary>Up to here the browser was told before it joined.</summary>
    public long From { get; set; }

    public bool IsTooSlow => isTooSlow;

    public ChannelReader<ReadOnlyMemory<byte>> Row => row.Reader;

    public void Send(ReadOnlyMemory<byte> message)
    {
        if (!row.Writer.TryWrite(message) && row.Writer.TryComplete())
        {
            isTooSlow = true;
        }
    }

    /// <summary>Nothing more comes; what waits is still sent.</summary>
    public void End() => row.Writer.TryComplete();
}
