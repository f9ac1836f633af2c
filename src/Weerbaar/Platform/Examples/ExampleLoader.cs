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
        RefuseOtherFiles(folder, errors);
        var example = ExampleFolder.Read(folder, errors);
        var read = example is null ? [] : parts.SelectMany(p => ReadPart(p, folder, example, errors)).ToList();
        if (read.Count == 0 && !errors.Any)
        {
            errors.Add(folder, 0, $"There is nothing to load: no item in {Names()}.");
        }

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

    /// <summary>A file under a slightly wrong name would otherwise be passed over in silence.</summary>
    private void RefuseOtherFiles(string folder, InputErrors errors)
    {
        var known = parts.Select(p => p.File).Append("example.yaml").ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!known.Contains(name) && !name.StartsWith('.') && Path.GetExtension(name) != ".md")
            {
                errors.Add(path, 0, $"This is no file of a cycle. Expected: example.yaml, {Names()}; and .md for notes.");
            }
        }
    }

    private string Names() => string.Join(", ", parts.Select(p => p.File).Order(StringComparer.Ordinal));

    private List<Loaded> ReadPart(ExamplePart part, string folder, ExampleFolder example, InputErrors errors)
    {
        var path = Path.Combine(folder, part.File);
        return Path.Exists(path)
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
            db.Ceiling.Check("marking", marking);
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

    /// <summary>Names each wrong id once: what follows from it would drown the cause.</summary>
    private async Task CheckIdsAsync(List<Loaded> read, InputErrors errors, CancellationToken ct)
    {
        var known = await VisibleIds.AmongAsync(db, read.SelectMany(r => r.Object.AllItRestsOn.Prepend(r.Object.Id)), ct);
        if (read.Where(r => known.Contains(r.Object.Id)).ToList() is [var taken, .. var more])
        {
            taken.Keys.Error($"'{taken.Object.Id}' is in the database already{AndMore(more.Count, "more ids of these files that are: {0}")}. Load into a new database, or give them other ids.");
        }

        foreach (var twin in read.GroupBy(r => r.Object.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            twin.Keys.Error($"'{twin.Object.Id}' is the id of another item too. Give each its own.");
        }

        // An item that could not be read is not missing; what refers to it is not wrong.
        if (errors.Any)
        {
            return;
        }

        known.UnionWith(read.Select(r => r.Object.Id));
        foreach (var missing in read.SelectMany(r => r.Object.AllItRestsOn.Where(id => !known.Contains(id)).Select(id => (Item: r, Id: id))).GroupBy(m => m.Id))
        {
            var item = missing.First().Item;
            item.Keys.Error($"'{item.Object.Id}' refers to '{missing.Key}', which is neither in these files nor in the database{AndMore(missing.Count() - 1, "others that refer to it: {0}")}.");
        }
    }

    private static string AndMore(int count, string words) =>
        count == 0 ? "" : $"; {string.Format(System.Globalization.CultureInfo.InvariantCulture, words, count)}";

    private sealed record Loaded(YamlMap Keys, MarkedObject Object, IReadOnlyList<Part> Parts);
}
