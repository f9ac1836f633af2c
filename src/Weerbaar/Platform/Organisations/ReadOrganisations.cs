using System.Reflection;
using System.Text.RegularExpressions;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Organisations;

/// <summary>Reads organisations: those in the program, and those that a deployment adds in <c>organisations.yaml</c> in its data folder.</summary>
internal static partial class ReadOrganisations
{
    public const string FileName = "organisations.yaml";

    private static readonly Dictionary<string, OrganisationKind> kinds = Enum.GetValues<OrganisationKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyList<Organisation> Shipped()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(FileName)!);
        var errors = new InputErrors();
        var all = YamlItems.Parse(reader.ReadToEnd(), FileName, errors).Select(Read).ToList();
        errors.ThrowIfAny();
        return all;
    }

    /// <summary>Those of a deployment: one with a code that is shipped takes its place. None where there is no file.</summary>
    /// <exception cref="BadInputException">The file can't be used; says where and why.</exception>
    public static IReadOnlyList<Organisation> Own(string dataFolder, IReadOnlyCollection<Organisation> shipped)
    {
        var path = Path.Combine(dataFolder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        var errors = new InputErrors();
        var read = YamlItems.Read(path, errors).Select(map => (Map: map, Organisation: Read(map))).ToList();
        var all = read.Select(r => r.Organisation).Concat(shipped).DistinctBy(o => o.Code).ToDictionary(o => o.Code, StringComparer.Ordinal);
        read.ForEach(r => Check(r.Map, r.Organisation, all));
        foreach (var (map, twice) in read.GroupBy(r => r.Organisation.Code).SelectMany(g => g.Skip(1)))
        {
            map.Error($"The code '{twice.Code}' stands here twice; give each organisation its own.");
        }

        errors.ThrowIfAny();
        return [.. read.Select(r => r.Organisation)];
    }

    private static Organisation Read(YamlMap map)
    {
        var read = new Organisation(
            map.Text("code"), new Text(map.Text("nl"), map.Text("en")), map.Choice("kind", kinds), map.OptionalDate("from"), map.OptionalDate("to"), [.. map.OptionalMaps("parents").Select(ReadParent)]);
        _ = map.OptionalText("source");
        map.RefuseOtherKeys();
        return read;
    }

    private static Parent ReadParent(YamlMap map)
    {
        var read = new Parent(map.Text("code"), map.OptionalDate("from"), map.OptionalDate("to"));
        map.RefuseOtherKeys();
        return read;
    }

    private static void Check(YamlMap map, Organisation organisation, Dictionary<string, Organisation> all)
    {
        RefuseUnless(organisation.Code.Length == 0 || Code().IsMatch(organisation.Code), map, "code", "A code is 2 to 20 letters and digits, with a hyphen between them if you like.");
        RefuseUnless(!(organisation.To <= organisation.From), map, "to", "'to' is the first day that it is no longer there, and comes after 'from'.");
        foreach (var parent in organisation.Parents)
        {
            RefuseUnless(all.ContainsKey(parent.Code), map, "parents", $"There is no organisation with the code '{parent.Code}' to fall under.");
            RefuseUnless(!(parent.To <= parent.From), map, "parents", $"'to' under '{parent.Code}' comes after 'from'.");
        }

        RefuseUnless(!IsAbove(organisation.Code, organisation, all, []), map, "parents", $"'{organisation.Code}' would fall under itself.");
        RefuseUnless(!Doubled(organisation.Parents), map, "parents", "It falls under two at the same time: let one end where the next begins.");
    }

    /// <summary>Whether one comes back to itself by way of what it falls or fell under.</summary>
    private static bool IsAbove(string code, Organisation organisation, Dictionary<string, Organisation> all, HashSet<string> seen) => organisation.Parents.Any(p =>
        p.Code == code || (seen.Add(p.Code) && all.TryGetValue(p.Code, out var parent) && IsAbove(code, parent, all, seen)));

    private static bool Doubled(IReadOnlyList<Parent> parents) =>
        parents.SelectMany(p => new[] { p.From ?? DateOnly.MinValue, p.To?.AddDays(-1) ?? DateOnly.MaxValue }).Any(day => parents.Count(p => p.HoldsOn(day)) > 1);

    private static void RefuseUnless(bool holds, YamlMap map, string key, string sentence)
    {
        if (!holds)
        {
            map.ErrorAt(map.Find(key)?.Line ?? map.Line, sentence);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$(?<=^.{2,20}$)")]
    private static partial Regex Code();
}
