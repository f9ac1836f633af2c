using Weerbaar.Platform.Health;

namespace Weerbaar.Platform.Organisations;

/// <summary>Whether the organisations of one's own can be read.</summary>
internal static class ExamineOrganisations
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct) => Finding.OfFiles("organisations", Words, $"Correct {ReadOrganisations.FileName} in the data folder.", services);

    private static string Words(IServiceProvider services)
    {
        var all = services.GetRequiredService<OrganisationCatalogue>().All;
        return $"{all.Count}, of which {all.Except(OrganisationCatalogue.Shipped.All).Count()} of your own";
    }
}
