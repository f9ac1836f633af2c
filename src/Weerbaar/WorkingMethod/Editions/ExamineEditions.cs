using Weerbaar.Platform.Health;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Whether the method editions can be read, those of one's own too.</summary>
internal static class ExamineEditions
{
    public static Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            var ids = services.GetRequiredService<EditionCatalogue>().Ids;
            return Task.FromResult<IReadOnlyList<Finding>>([Finding.Good("methods", string.Join(", ", ids))]);
        }
        catch (BadInputException wrong)
        {
            var errors = string.Join("\n      ", wrong.Errors);
            return Task.FromResult<IReadOnlyList<Finding>>([Finding.Bad("methods", errors, "Correct the file, or take it out of the folder methods in the data folder.")]);
        }
    }
}
