using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.Tests.Assessment;

/// <summary>The editions that ship, found upwards from the tests.</summary>
internal static class Methods
{
    public static string Folder { get; } = Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "methods");

    public static EditionCatalogue Editions { get; } = EditionCatalogue.Load(Folder);

    private static string Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "weerbaar.slnx")) ? folder.FullName : Root(folder.Parent!);
}
