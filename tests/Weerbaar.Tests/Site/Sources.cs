using System.Runtime.CompilerServices;

namespace Weerbaar.Tests.Site;

/// <summary>The product's own source files, found from where this file was compiled.</summary>
internal static class Sources
{
    public static string Product { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../src/Weerbaar"));

    public static IEnumerable<string> Files(params string[] extensions) =>
        Directory.EnumerateFiles(Product, "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)) && !IsBuilt(file));

    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(Product, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" or "wwwroot";

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
