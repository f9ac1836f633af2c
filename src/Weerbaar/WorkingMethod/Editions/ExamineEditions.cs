using Weerbaar.Platform.Health;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Whether the method editions can be read, those of one's own too.</summary>
internal static class ExamineEditions
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) => Finding.OfFiles(
        "methods", s => string.Join(", ", s.GetRequiredService<EditionCatalogue>().Ids), "Correct the file, or take it out of the folder methods in the data folder.", services);
}
