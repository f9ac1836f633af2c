using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Examples;

/// <summary>Loads a cycle from a folder of YAML files: all of it in one transaction, or, with every error named, nothing.</summary>
public sealed class ExampleLoader(IEnumerable<ExamplePart> parts, IEnumerable<FinishLoading> finish, WeerbaarDb db, Texts texts)
{
    /// <returns>How many objects were loaded.</returns>
    /// <exception cref="BadInputException">Something in the files is wrong; it names every error with file and line.</exception>
    public async Task<int> LoadAsync(string folder, CancellationToken ct)
    {
        db.Actor.Need(Permission.LoadExamples);
        var errors = new InputErrors();
        var example = ExampleFolder.Read(folder, errors);
        var read = example is null ? [] : parts.SelectMany(p => ReadPart(p, folder, example, errors)).ToList();
        await CheckIdsAsync(read, errors, ct);
        errors.ThrowIfAny();
        try
        {
            await StoreAsync(read, example!.Id, ct);
        }
        catch (InvalidInput invalid)
        {
            invalid.Errors.ToList().ForEach(e => errors.Add(folder, 0, texts[e.Key, e.Values]));
        }
        catch (BrokenRule rule)
        {
            errors.Add(folder, 0, texts[rule.Key, rule.Values]);
        }

        errors.ThrowIfAny();
        return read.Count;
    }

    private async Task StoreAsync(List<Loaded> read, string example, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(read.Select(r => r.Object));
        db.AddRange(read.SelectMany(r => r.Parts));
        await db.SaveAsync(new Change("examples.load", example), ct);
        foreach (var step in finish)
        {
            await step(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private List<Loaded> ReadPart(ExamplePart part, string folder, ExampleFolder example, InputErrors errors)
    {
        var path = Path.Combine(folder, part.File);
        return File.Exists(path)
            ? [.. YamlItems.Read(path, errors).Select(item => ReadItem(part, item, example)).OfType<Loaded>()]
            : [];
    }

    private Loaded? ReadItem(ExamplePart part, YamlMap keys, ExampleFolder example)
    {
        var item = new ExampleItem(keys.Text("id"), keys.Bilingual("title"), keys, example);
        var (marking, source, restsOn) = (
            keys.Has("marking") ? keys.Choice("marking", MarkingWords.All) : Marking.Public,
            example.Cite(keys.OptionalMap("source")), keys.OptionalTexts("restsOn"));
        try
        {
            var (made, belonging) = part.Read(item);
            made.Mark(marking);
            made.ComesFrom(source, example.Invented && source.IsNone);
            made.LinkTo(restsOn);
            keys.RefuseOtherKeys();
            return new Loaded(keys, made, [.. belonging]);
        }
        catch (InvalidInput invalid)
        {
            invalid.Errors.ToList().ForEach(e => keys.Error($"{e.Field}: {texts[e.Key, e.Values]}"));
            return null;
        }
        catch (BrokenRule rule)
        {
            keys.Error(texts[rule.Key, rule.Values]);
            return null;
        }
    }

    private async Task CheckIdsAsync(List<Loaded> read, InputErrors errors, CancellationToken ct)
    {
        var known = await VisibleIds.AmongAsync(db, read.SelectMany(r => r.Object.AllItRestsOn.Prepend(r.Object.Id)), ct);
        foreach (var taken in read.Where(r => known.Contains(r.Object.Id)))
        {
            taken.Keys.Error($"'{taken.Object.Id}' is in the database already. Load into a new database, or give it another id.");
        }

        foreach (var twin in read.GroupBy(r => r.Object.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            twin.Keys.Error($"'{twin.Object.Id}' is the id of another item too. Give each its own.");
        }

        known.UnionWith(read.Select(r => r.Object.Id));
        foreach (var (item, missing) in read.SelectMany(r => r.Object.AllItRestsOn.Where(id => !known.Contains(id)).Select(id => (r, id))))
        {
            item.Keys.Error($"'{item.Object.Id}' refers to '{missing}', which is neither in these files nor in the database.");
        }
    }

    private sealed record Loaded(YamlMap Keys, MarkedObject Object, IReadOnlyList<Part> Parts);
}
