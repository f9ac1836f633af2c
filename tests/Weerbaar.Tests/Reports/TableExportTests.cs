using System.Text.Json;
using CsvHelper;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Markings;
using Weerbaar.Tests.Uncertainty;

namespace Weerbaar.Tests.Reports;

/// <summary>ListTables and GetTable over the API, and the same tables as files of the site.</summary>
public sealed class TableExportTests
{
    [Theory, OnEveryDatabase]
    public async Task Every_table_is_the_same_as_json_as_csv_and_over_the_API(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await RoundWithSecret.MakeAsync(site);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var tables = (await coordinator.GetJsonAsync("/tables")).GetProperty("items").EnumerateArray().ToList();

        tables.Select(t => t.Text("name")).ShouldBeUnique();
        tables.Single(t => t.Text("name") == "scenarios").GetProperty("rows").GetInt32().ShouldBe(2);
        foreach (var table in tables)
        {
            var (name, rows) = (table.Text("name"), table.GetProperty("rows").GetInt32());
            (await coordinator.GetJsonAsync($"/tables/{name}?recipient=BZK")).GetProperty("total").GetInt32().ShouldBe(rows, name);
            JsonDocument.Parse(await coordinator.DownloadAsync($"/exports/{name}/json")).RootElement.GetArrayLength().ShouldBe(rows, name);
            CsvRows(await coordinator.DownloadAsync($"/exports/{name}/csv")).ShouldBe(rows, name);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_finds_nothing_confidential_in_any_table_not_even_an_id(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var round = await RoundWithSecret.MakeAsync(site);
        var reader = await site.SignInAsync(Role.Reader);
        foreach (var table in (await reader.GetJsonAsync("/tables")).GetProperty("items").EnumerateArray().Select(t => t.Text("name")))
        {
            foreach (var path in new[] { $"/api/v1/tables/{table}", $"/exports/{table}/csv", $"/exports/{table}/json" })
            {
                var answer = await reader.GetStringAsync(path);
                answer.ShouldNotContain(RoundWithSecret.Secret, customMessage: path);
                answer.ShouldNotContain(round.SecretId, customMessage: path);
            }
        }
    }

    [Fact]
    public async Task Words_that_a_spreadsheet_would_run_are_made_harmless()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "=HYPERLINK(\"x\")", en = "+31 6" }, marking = "Public" });

        var csv = await analyst.GetStringAsync("/exports/threats/csv");

        csv.ShouldContain("'=HYPERLINK");
        csv.ShouldContain("'+31 6");
    }

    [Fact]
    public async Task A_table_that_left_is_in_the_journal_and_an_unknown_one_is_not_there()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        await coordinator.GetStringAsync("/exports/threats/csv");

        var newest = (await coordinator.GetJsonAsync("/journal?objectId=threats")).GetProperty("items")[0];
        newest.Text("verb").ShouldBe("tables.export");
        newest.Text("reason").ShouldBe("threats.csv (0)");
        (await coordinator.GetAsync("/exports/no-such-table/csv")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await coordinator.GetAsync("/api/v1/tables/no-such-table")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await coordinator.GetStringAsync("/exports")).ShouldContain("/exports/threats/json");
    }

    [Theory, OnEveryDatabase]
    public async Task Whatever_leaves_of_a_round_is_in_its_history(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await JudgedRound.OpenAsync(coordinator);
        var run = $"/api/v1/rounds/{round}/uncertainty";

        foreach (var path in new[] { $"/rounds/{round}/diagram.svg", $"{run}/tables/ranks?samples=1000", $"{run}/samples?samples=1000", $"{run}/run?samples=1000", $"/reports/findings/{round}" })
        {
            (await coordinator.GetAsync(path)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        }

        var entries = (await coordinator.GetJsonAsync($"/journal?objectId={round}")).GetProperty("items").EnumerateArray().Take(5).ToList();
        entries.Select(e => e.Text("verb")).ShouldBe(["reports.download", .. Enumerable.Repeat("assessment.export", 4)]);
        entries.Select(e => e.Text("reason")).Skip(1).ShouldBe(["run.json", "sipmath.json", "ranks.csv", $"{round}.svg"]);
    }

    private static int CsvRows(string csv)
    {
        using var reader = CsvReader.FromText(csv.TrimStart('\uFEFF'), CsvReaderOptions.Default);
        var rows = 0;
        while (reader.Read())
        {
            rows++;
        }

        return rows;
    }
}
