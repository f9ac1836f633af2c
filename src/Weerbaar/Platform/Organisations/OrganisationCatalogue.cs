using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Organisations;

/// <summary>The organisations there are and were: those in the program, and those a deployment adds in its data folder.</summary>
public sealed class OrganisationCatalogue
{
    private readonly Dictionary<string, Organisation> byCode;

    private OrganisationCatalogue(IEnumerable<Organisation> all) => byCode = all.ToDictionary(o => o.Code, StringComparer.Ordinal);

    /// <summary>Those in the program alone.</summary>
    public static OrganisationCatalogue Shipped { get; } = new(ReadOrganisations.Shipped());

    /// <exception cref="Yaml.BadInputException">The file of the deployment can't be used; says where and why.</exception>
    public static OrganisationCatalogue With(string dataFolder)
    {
        var own = ReadOrganisations.Own(dataFolder, Shipped.All);
        return own.Count == 0 ? Shipped : new(Shipped.All.ExceptBy(own.Select(o => o.Code), o => o.Code).Concat(own));
    }

    /// <summary>In the order of the file: ministries, regions, institutes, others.</summary>
    public IReadOnlyList<Organisation> All => [.. byCode.Values];

    public Organisation? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The full name, or the code itself when there is none.</summary>
    public Text NameOf(string code) => Find(code)?.Name ?? new Text(code, code);

    /// <summary>Whether an organisation is another, or falls under it on a day, directly or through others.</summary>
    public bool IsWithin(string code, string whole, DateOnly day) =>
        code == whole || (Find(code)?.ParentOn(day) is { } parent && IsWithin(parent, whole, day));

    /// <summary>The codes of an organisation and of all that fall under it on a day.</summary>
    public IReadOnlySet<string> Within(string whole, DateOnly day) =>
        byCode.Keys.Where(code => IsWithin(code, whole, day)).ToHashSet(StringComparer.Ordinal);

    /// <summary>As they are shown in a row of a table: by the abbreviations people know, and by name where a code is none.</summary>
    public string Words(IReadOnlyCollection<string> codes) =>
        string.Join(", ", codes.Select(code => char.IsLower(code[0]) ? NameOf(code).Here : code));

    /// <summary>Refuses codes nobody has and codes given twice.</summary>
    public void Check(string field, IReadOnlyCollection<string> codes)
    {
        var unknown = codes.Where(c => !byCode.ContainsKey(c)).ToList();
        new InputCheck()
            .Require(unknown.Count == 0, field, "organisations.error.unknown", string.Join(", ", unknown))
            .Require(codes.Distinct(StringComparer.Ordinal).Count() == codes.Count, field, "organisations.error.twice")
            .ThrowIfAny();
    }

    /// <summary>The same, and refuses those that are not there on a day, but for what was chosen before.</summary>
    public void CheckOn(DateOnly day, string field, IReadOnlyCollection<string> codes, params IReadOnlyCollection<string> before)
    {
        Check(field, codes);
        var gone = codes.Where(c => !Find(c)!.ExistsOn(day) && !before.Contains(c)).ToList();
        new InputCheck().Require(gone.Count == 0, field, "organisations.error.not-then", string.Join(", ", gone), day).ThrowIfAny();
    }

    /// <summary>The same for something that begins on one day and may end on another: it is there on both, and on the day it is now if that is still to come to its end.</summary>
    public void CheckDuring(DateOnly from, DateOnly? until, DateOnly today, string field, string code)
    {
        CheckOn(from, field, [code]);
        CheckOn(until ?? (today > from ? today : from), field, [code]);
    }
}
