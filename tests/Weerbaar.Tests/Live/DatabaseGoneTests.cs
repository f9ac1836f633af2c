using System.Net;
using System.Text.Json;
using Npgsql;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Live;

/// <summary>What people and programs are told while the database is away, and that all goes on when it is back.</summary>
public sealed class DatabaseGoneTests
{
    [PostgresOnly]
    public async Task A_page_and_the_API_say_so_in_words_and_work_again_when_it_is_back()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Postgres);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var probe = site.Visitor();
        analyst.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answers = await WithoutItAsync(site, async () => new List<HttpResponseMessage>
        {
            await analyst.GetAsync("/threats"),
            await analyst.GetAsync("/api/v1/threats"),
            await analyst.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "A", en = "" } }),
            await probe.GetAsync("/health/ready"),
            await probe.GetAsync("/health/live"),
            await analyst.GetAsync("/health/live"),
        });

        answers.Select(a => (int)a.StatusCode).ShouldBe([503, 503, 503, 503, 200, 200]);
        (await answers[0].Content.ReadAsStringAsync()).ShouldContain("<h1>Not available for a moment</h1>");
        answers[0].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        JsonDocument.Parse(await answers[1].Content.ReadAsStringAsync()).RootElement.Text("type").ShouldBe("urn:weerbaar:problem:unavailable");
        (await answers[2].Content.ReadAsStringAsync()).ShouldContain("look first whether your change is there");
        (await analyst.GetAsync("/threats")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [PostgresOnly]
    public async Task Who_reads_notices_nothing_of_connections_that_were_cut()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Postgres);
        using var analyst = await site.SignInAsync(Role.Analyst);

        for (var number = 0; number < 5; number++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => analyst.GetJsonAsync("/threats")));
            await OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{site.DatabaseName}'");
        }

        await LiveTests.AddAsync(analyst);
    }

    /// <summary>The database has another name for a while, so that nobody finds it.</summary>
    private static async Task<T> WithoutItAsync<T>(TestSite site, Func<Task<T>> work)
    {
        var name = site.DatabaseName;
        await OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await OnServerAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
        await OnServerAsync($"ALTER DATABASE {name} RENAME TO {name}_away");
        try
        {
            return await work();
        }
        finally
        {
            await OnServerAsync($"ALTER DATABASE {name}_away RENAME TO {name}");
            await OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        }
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestDatabase.PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class PostgresOnlyAttribute : FactAttribute
    {
        public PostgresOnlyAttribute() => Skip = TestDatabase.PostgresServer is null ? "No PostgreSQL: ./test starts one" : null;
    }
}
