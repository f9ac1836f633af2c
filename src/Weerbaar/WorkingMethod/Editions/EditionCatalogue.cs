using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>All method editions of a folder, by id.</summary>
public sealed class EditionCatalogue
{
    private EditionCatalogue(IReadOnlyList<LoadedEdition> all) => All = all;

    public IReadOnlyList<LoadedEdition> All { get; }

    public IEnumerable<string> Ids => All.Select(e => e.Edition.Id);

    public LoadedEdition? Find(string id) => All.FirstOrDefault(e => e.Edition.Id == id);

    /// <summary>This catalogue with the editions of another in the place of its own of the same id, and the rest of them beside.</summary>
    public EditionCatalogue ReplacedBy(EditionCatalogue other) =>
        new([.. All.Where(e => other.Find(e.Edition.Id) is null).Concat(other.All).OrderBy(e => e.Edition.Id, StringComparer.Ordinal)]);

    /// <summary>Reads every <c>*.yaml</c> in a folder.</summary>
    /// <exception cref="BadInputException">Any of them cannot be used; it names every error in every file.</exception>
    public static EditionCatalogue Load(string folder)
    {
        var errors = new InputErrors();
        if (!Directory.Exists(folder))
        {
            errors.Add(folder, 0, "There is no such folder. It should hold the method editions, one YAML file each.");
            errors.ThrowIfAny();
        }

        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
        var all = files.Select(file => Read(file, errors)).OfType<LoadedEdition>().ToList();
        errors.ThrowIfAny();
        return new(all);
    }

    /// <summary>Reads one edition, or says in <paramref name="errors"/> why not and returns null.</summary>
    public static LoadedEdition? Read(string path, InputErrors errors)
    {
        if (YamlFile.Read(path, errors) is not { } file)
        {
            return null;
        }

        var edition = EditionReader.Read(file.Root, errors);
        if (edition is not null && Path.GetFileNameWithoutExtension(path) != edition.Id)
        {
            errors.Add(path, 0, $"The edition's id is '{edition.Id}'; name the file {edition.Id}.yaml, so that no two editions share an id.");
        }

        return edition is null ? null : new(edition, path, file.Sha256);
    }

    /// <summary>Reads one edition from text, or says in <paramref name="errors"/> why not and returns null.</summary>
    public static MethodEdition? Parse(string text, string file, InputErrors errors) =>
        YamlFile.Parse(text, file, errors) is { } root ? EditionReader.Read(root, errors) : null;
}
