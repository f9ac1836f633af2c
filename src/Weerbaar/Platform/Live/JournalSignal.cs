using Npgsql;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>Wakes who waits for the journal to grow. After any failure: begin anew, and read what was missed.</summary>
internal abstract class JournalSignal
{
    public static JournalSignal Of(Database database, CommitSignal commits) =>
        database.IsSqlite ? new InThisProcess(commits) : new FromPostgres(database.ConnectionString);

    /// <summary>Begins to listen. What is written from now on wakes <see cref="Listening.WaitAsync"/>.</summary>
    public abstract Task<Listening> ListenAsync(CancellationToken ct);

    /// <summary>As long as it is open, nothing that is written goes by unheard.</summary>
    internal abstract class Listening : IAsyncDisposable
    {
        public abstract Task WaitAsync(TimeSpan longest, CancellationToken ct);

        public abstract ValueTask DisposeAsync();
    }

    private sealed class InThisProcess(CommitSignal commits) : JournalSignal
    {
        public override Task<Listening> ListenAsync(CancellationToken ct) => Task.FromResult<Listening>(new Waiting(commits));

        private sealed class Waiting(CommitSignal commits) : Listening
        {
            public override Task WaitAsync(TimeSpan longest, CancellationToken ct) => commits.WaitAsync(longest, ct);

            public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class FromPostgres(string connectionString) : JournalSignal
    {
        private readonly string own = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false, KeepAlive = 10, ApplicationName = "weerbaar-live",
        }.ToString();

        public override async Task<Listening> ListenAsync(CancellationToken ct)
        {
            var connection = new NpgsqlConnection(own);
            try
            {
                await connection.OpenAsync(ct);
                await using var listen = new NpgsqlCommand($"LISTEN {SavePath.JournalChannel}", connection);
                await listen.ExecuteNonQueryAsync(ct);
                return new Waiting(connection);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }

        private sealed class Waiting(NpgsqlConnection connection) : Listening
        {
            public override Task WaitAsync(TimeSpan longest, CancellationToken ct) => connection.WaitAsync(longest, ct);

            public override ValueTask DisposeAsync() => connection.DisposeAsync();
        }
    }
}
