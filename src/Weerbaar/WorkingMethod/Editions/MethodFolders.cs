using Weerbaar.Platform;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>Where method editions come from: those shipped, with a deployment's own in their place or beside them.</summary>
public static class MethodFolders
{
    public const string Name = "methods";

    public static EditionCatalogue Load(ServerSettings settings)
    {
        var own = Path.Combine(settings.DataFolder, Name);
        var shipped = EditionCatalogue.Load(Path.Combine(settings.ProgramFolder, Name));
        return Directory.Exists(own) ? shipped.ReplacedBy(EditionCatalogue.Load(own)) : shipped;
    }
}
