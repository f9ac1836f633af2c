namespace Weerbaar.Platform.Printing;

/// <summary>Which browser prints, and within which bounds.</summary>
public sealed record ChromiumOptions
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The path of the browser; when null it is looked for on PATH.</summary>
    public string? Path { get; init; }

    /// <summary>False where the machine cannot give the browser a sandbox, as in some containers.</summary>
    public bool Sandbox { get; init; } = true;

    /// <summary>How long one document may take, waiting for its turn not counted.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How many browsers may run at the same time; one takes up to 550 MB.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Reads <c>Weerbaar:Chromium</c> (path) and <c>Weerbaar:ChromiumSandbox</c> (true or false).</summary>
    public static ChromiumOptions From(IConfiguration configuration) => new()
    {
        Path = configuration["Weerbaar:Chromium"],
        Sandbox = configuration.GetValue("Weerbaar:ChromiumSandbox", true),
    };

    /// <exception cref="BrowserMissingException">No browser is where the path says, or on PATH.</exception>
    public string Find() => Path is { Length: > 0 }
        ? FullPath(Path) ?? throw new BrowserMissingException(
            $"There is no browser at '{Path}'. Correct the setting Weerbaar:Chromium, or remove it to use the one on PATH.")
        : names.Select(FullPath).FirstOrDefault(found => found is not null) ?? throw new BrowserMissingException(
            "Printing needs Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or give its path in the setting Weerbaar:Chromium.");

    public static string? FullPath(string command) => command.Contains(System.IO.Path.DirectorySeparatorChar)
        ? File.Exists(command) ? System.IO.Path.GetFullPath(command) : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, command))
            .FirstOrDefault(File.Exists);
}
