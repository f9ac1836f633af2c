using System.Globalization;
using System.Reflection;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Weerbaar.Platform.Organisations;

public enum OrganisationKind
{
    Ministry,
    Agency,
    Region,
    Institute,
    Operator,
    Abroad,
    Other,
}

/// <summary>The organisation another falls under, from a day until a day; open where it always did, or still does.</summary>
public sealed record Parent(string Code, DateOnly? From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => !(day < From) && !(day >= To);
}

/// <summary>An organisation that can lead or take part, under the code people know it by, with the days it began and ended.</summary>
public sealed record Organisation(string Code, Text Name, OrganisationKind Kind, DateOnly? From, DateOnly? To, IReadOnlyList<Parent> Parents)
{
    /// <summary>It exists no longer under this name; what it once led keeps its code.</summary>
    public bool IsPast(DateOnly today) => To < today;

    /// <summary>The code of the organisation it falls under on a day, if there is one.</summary>
    public string? ParentOn(DateOnly day) => Parents.FirstOrDefault(p => p.HoldsOn(day))?.Code;
}

/// <summary>The organisations there are and were, read from <c>organisations.yaml</c> in the program.</summary>
public sealed class OrganisationCatalogue
{
    private const string resource = "organisations.yaml";

    private readonly Dictionary<string, Organisation> byCode = Read().ToDictionary(o => o.Code, StringComparer.Ordinal);

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

    private static IEnumerable<Organisation> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var rows = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Row>>(reader);
        return rows.Select(r => new Organisation(
            r.Code, new Text(r.Nl, r.En), Enum.Parse<OrganisationKind>(r.Kind, ignoreCase: true), Day(r.From), Day(r.To),
            [.. r.Parents.Select(p => new Parent(p.Code, Day(p.From), Day(p.To)))]));
    }

    private static DateOnly? Day(string day) =>
        day.Length == 0 ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public string Code { get; set; } = "";

        public string Nl { get; set; } = "";

        public string En { get; set; } = "";

        public string Kind { get; set; } = "";

        public string From { get; set; } = "";

        public string To { get; set; } = "";

        public List<ParentRow> Parents { get; set; } = [];

        public string Source { get; set; } = "";
    }

    private sealed class ParentRow
    {
        public string Code { get; set; } = "";

        public string From { get; set; } = "";

        public string To { get; set; } = "";
    }
}
