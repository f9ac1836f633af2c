using System.Net;
using System.Net.Sockets;

namespace Weerbaar.Tests.Printing;

/// <summary>An address on this machine that counts who knocks, to see that nothing does.</summary>
internal sealed class Listener : IDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);

    public Listener() => door.Start();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)door.LocalEndpoint).Port}";

    public bool SomeoneKnocked => door.Pending();

    public void Dispose() => door.Dispose();
}
