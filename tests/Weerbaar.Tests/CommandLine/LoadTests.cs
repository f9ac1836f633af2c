namespace Weerbaar.Tests.CommandLine;

/// <summary>Folders that can't be loaded.</summary>
public sealed class LoadTests : IDisposable
{
    private const string example = "id: mine\ntitle: Mine\ninvented: true\n";

    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_file_under_a_wrong_name_is_not_passed_over()
    {
        Write("example.yaml", example);
        Write("threat.yaml", "[]");

        (await LoadAsync()).ShouldBeRefused("threat.yaml: This is no file of a cycle. Expected: example.yaml, advices.yaml");
    }

    [Fact]
    public async Task A_folder_with_nothing_in_it_to_load_is_refused()
    {
        Write("example.yaml", example);
        Write("README.md", "Notes may stand beside it.");

        (await LoadAsync()).ShouldBeRefused("There is nothing to load");
    }

    [Fact]
    public async Task One_wrong_id_is_one_error_with_a_count()
    {
        Write("example.yaml", example);
        Write("advices.yaml", string.Concat(Enumerable.Range(1, 300).Select(n =>
            $"- id: mine.a{n}\n  title: Advice\n  kind: line\n  summary: Words\n  restsOn: [mine.gone]\n")));

        var ended = await LoadAsync();

        ended.Code.ShouldBe(1);
        ended.Error.Split('\n').Count(l => l.Contains("mine.gone", StringComparison.Ordinal)).ShouldBe(1, ended.Error);
        ended.Error.ShouldContain("others that refer to it: 299");
    }

    [Fact]
    public async Task Loading_twice_is_one_error_with_a_count()
    {
        (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data)).Code.ShouldBe(0);

        (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data))
            .ShouldBeRefused("is in the database already; more ids of these files that are: 42.");
    }

    private Task<WeerbaarProcess.Ended> LoadAsync() => program.RunAsync("load", "cycle", "--data", program.Data);

    private void Write(string name, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(program.Folder, "cycle")).FullName, name), text);
}
