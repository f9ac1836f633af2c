namespace Weerbaar.Tests.CommandLine;

/// <summary>A place that a verb is told to make something in: as it was after a refusal, and for its owner only once it is made.</summary>
public sealed class NewPlaceTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Theory, OnEveryDatabase]
    public async Task What_a_refused_load_made_holds_nothing_and_the_next_try_takes_it_as_new(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var data = Path.Combine(program.Folder, "new", "data");
        Directory.CreateDirectory(Path.Combine(program.Folder, "wrong"));

        (await LoadAsync("wrong", data, database)).ShouldBeRefused("example.yaml");

        Directory.Exists(Path.GetDirectoryName(data)).ShouldBeFalse();
        (await database.TablesAsync()).ShouldBe(0);
        (await LoadAsync(Path.Combine(WeerbaarProcess.Examples, "nl-2007"), data, database)).Code.ShouldBe(0);
        (await LoadAsync("wrong", data, database)).ShouldBeRefused("example.yaml");
        (await database.CountAsync("indexed_object")).ShouldBeGreaterThan(0, "a refusal takes away only what was made for it");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_new_database_in_a_folder_that_others_made_can_be_read_by_its_owner_only()
    {
        Directory.CreateDirectory(program.Data);
        File.SetUnixFileMode(program.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data)).Code.ShouldBe(0);

        Directory.GetFiles(program.Data).Select(File.GetUnixFileMode).Distinct().ShouldBe([UnixFileMode.UserRead | UnixFileMode.UserWrite]);
    }

    private Task<WeerbaarProcess.Ended> LoadAsync(string folder, string data, TestDatabase database) => WeerbaarProcess.EndAsync(
        program.Start(new Dictionary<string, string> { ["WEERBAAR_DATABASE"] = database.Address }, "load", folder, "--data", data));
}
