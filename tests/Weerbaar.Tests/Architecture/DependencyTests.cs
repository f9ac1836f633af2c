using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Weerbaar.Tests.Architecture;

/// <summary>Every package that a lock file names, also what comes along with others, is in the list of dependencies with its licence.</summary>
public sealed partial class DependencyTests
{
    private const string head = "| Package | Version | Licence | Where |\n| --- | --- | --- | --- |\n";

    private static readonly string page = Path.Combine(SourceTree.Root, "docs", "dependencies.md");

    /// <summary>Licences that packages give as a file, or as an address, looked up there.</summary>
    private static readonly Dictionary<string, string> readByPeople = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CommandLineParser"] = "MIT",
        ["Microsoft.DotNet.PlatformAbstractions"] = "MIT",
        ["SourceGear.sqlite3"] = "public domain",
        ["xunit.abstractions"] = "Apache-2.0",
    };

    private sealed record Package(string Name, string Version, string Licence, string Where)
    {
        public string Row => $"| {Name} | {Version} | {Licence} | {Where} |";
    }

    [Fact]
    public void The_list_of_packages_is_that_of_the_lock_files()
    {
        var text = File.ReadAllText(page);
        var begin = text.IndexOf(head, StringComparison.Ordinal) + head.Length;
        begin.ShouldBeGreaterThan(head.Length, "docs/dependencies.md has no table of all packages.");
        var now = string.Concat(All(Listed(text)).Select(p => p.Row + "\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_DEPENDENCIES") == "1")
        {
            File.WriteAllText(page, text = text[..begin] + now);
        }

        text[begin..].ShouldBe(now, "docs/dependencies.md is old. Renew it: UPDATE_DEPENDENCIES=1 dotnet test tests/Weerbaar.Tests --filter DependencyTests");
    }

    [Fact]
    public void No_package_is_without_a_licence_that_may_be_combined_with_ours() =>
        Listed(File.ReadAllText(page)).Values.Where(licence => !Fits().IsMatch(licence)).ShouldBeEmpty();

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("", false)]
    [InlineData("not known", false)]
    public void The_rule_bites_on_a_licence_that_does_not_fit(string licence, bool fits) => Fits().IsMatch(licence).ShouldBe(fits);

    /// <summary>By name and version, what the page says of the licence.</summary>
    private static Dictionary<(string Name, string Version), string> Listed(string text) => text[(text.IndexOf(head, StringComparison.Ordinal) + head.Length)..]
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(c => (c[1], c[2]), c => c[3]);

    private static IEnumerable<Package> All(Dictionary<(string Name, string Version), string> listed) =>
        OfNuGet(listed).Concat(OfNpm()).GroupBy(p => (p.Name, p.Version, p.Licence))
            .Select(g => g.First() with { Where = string.Join(", ", g.Select(p => p.Where).Distinct().Order(StringComparer.Ordinal)) })
            .OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Version, StringComparer.Ordinal);

    private static IEnumerable<Package> OfNuGet(Dictionary<(string Name, string Version), string> listed) =>
        from file in Locks("packages.lock.json")
        from framework in Json(file).GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.GetProperty("type").GetString() != "Project"
        let version = package.Value.GetProperty("resolved").GetString()!
        select new Package(package.Name, version, OfNuspec(package.Name, version) ?? listed.GetValueOrDefault((package.Name, version), "not known"), FolderOf(file));

    private static IEnumerable<Package> OfNpm() =>
        from file in Locks("package-lock.json")
        from package in Json(file).GetProperty("packages").EnumerateObject()
        where package.Name.Length > 0
        let licence = package.Value.TryGetProperty("license", out var said) ? said.GetString()! : "not known"
        select new Package(package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], package.Value.GetProperty("version").GetString()!, licence, FolderOf(file));

    /// <summary>What the package itself says, where it was restored on this machine; null where it was not.</summary>
    private static string? OfNuspec(string name, string version)
    {
        if (readByPeople.TryGetValue(name, out var read))
        {
            return read;
        }

        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var id = name.ToLower(CultureInfo.InvariantCulture);
        var nuspec = Path.Combine(folder, id, version.ToLower(CultureInfo.InvariantCulture), $"{id}.nuspec");
        return !File.Exists(nuspec) ? null : Licence().Match(File.ReadAllText(nuspec)) is { Success: true } licence ? licence.Groups[1].Value : "not known";
    }

    private static IEnumerable<string> Locks(string name) => Directory.EnumerateFiles(SourceTree.Root, name, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string FolderOf(string file) => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/');

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement;

    [GeneratedRegex("<license type=\"expression\"[^>]*>([^<]+)<")]
    private static partial Regex Licence();

    /// <summary>One of these, or a choice among which one of these is.</summary>
    [GeneratedRegex(@"^(?:.* OR )?\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|EUPL-1\.2|PostgreSQL|public domain)\)?(?: OR .*)?$")]
    private static partial Regex Fits();
}
