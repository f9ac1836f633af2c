using System.Reflection;
using Weerbaar.Platform.Site;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Weerbaar.Platform.Markings;

/// <summary>A ground of the Dutch act on open government on which a passage is withheld, under the code of its article.</summary>
/// <param name="IsAbsolute">No interest of the public is weighed against it.</param>
public sealed record WooGround(string Code, Text Name, bool IsAbsolute)
{
    public static IReadOnlyList<WooGround> All { get; } = Read();

    /// <summary>As lawyers cite it: <c>Woo art. 5.1 lid 2 b</c>.</summary>
    public string Citation => CitationOf(Code);

    public static bool Exists(string code) => All.Any(g => g.Code == code);

    public static string CitationOf(string code) => code.Split('.') switch
    {
        [var chapter, var article] => $"Woo art. {chapter}.{article}",
        [var chapter, var article, var paragraph] => $"Woo art. {chapter}.{article} lid {paragraph}",
        [var chapter, var article, var paragraph, var letter] => $"Woo art. {chapter}.{article} lid {paragraph} {letter}",
        _ => code,
    };

    private static List<WooGround> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("woo-grounds.yaml")!);
        return [.. new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<Row>>(reader).Select(r => new WooGround(r.Code, new Text(r.Nl, r.En), r.Absolute))];
    }

    private sealed class Row
    {
        public string Code { get; set; } = "";

        public string Nl { get; set; } = "";

        public string En { get; set; } = "";

        public bool Absolute { get; set; }
    }
}
