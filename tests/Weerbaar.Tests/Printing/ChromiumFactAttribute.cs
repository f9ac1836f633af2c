using Weerbaar.Platform.Printing;

namespace Weerbaar.Tests.Printing;

/// <summary>A test that needs a real browser: skipped where there is none, except when everything must be tested.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly bool mustRun = Environment.GetEnvironmentVariable("WEERBAAR_TEST_ALL") == "1";

    public ChromiumFactAttribute()
    {
        if (!mustRun && ChromiumOptions.FullPath("chromium") is null && ChromiumOptions.FullPath("google-chrome") is null)
        {
            Skip = "There is no Chromium on this machine.";
        }
    }
}
