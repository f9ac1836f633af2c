namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// Lets one attempt at a password at a time look, decide and count: guesses made side by side would else all be
/// checked before the first of them is counted. Different people rarely wait for each other.
/// </summary>
public sealed class SignInTurns : IDisposable
{
    private const int lanes = 64;

    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, lanes).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<T> InTurnAsync<T>(string whose, Func<Task<T>> attempt, CancellationToken ct)
    {
        var turn = turns[(uint)whose.GetHashCode(StringComparison.Ordinal) % lanes];
        await turn.WaitAsync(ct);
        try
        {
            return await attempt();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => Array.ForEach(turns, turn => turn.Dispose());
}
