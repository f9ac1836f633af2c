using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Weerbaar.Tests.Drawing;

/// <summary>A drawing read back as XML.</summary>
internal sealed partial class Drawn(string svg)
{
    private static readonly string[] acrossNames = ["x", "x1", "x2", "cx"];
    private static readonly string[] downNames = ["y", "y1", "y2", "cy"];

    public XElement Root { get; } = XElement.Parse(svg);

    public IEnumerable<XElement> Links => All("a");

    /// <summary>What a link is called: the name of the picture that it holds.</summary>
    public static string NameOf(XElement link) => link.Elements().Single().Attribute("aria-label")!.Value;

    public IEnumerable<string> LinkNames => Links.Select(NameOf);

    public IEnumerable<string> Ids => Root.DescendantsAndSelf().Attributes("id").Select(a => a.Value);

    public string Words => string.Join(' ', All("text").Select(t => t.Value));

    public double Width => Box[2];

    public double Height => Box[3];

    private double[] Box => [.. Root.Attribute("viewBox")!.Value.Split(' ').Select(Number)];

    public IEnumerable<XElement> All(string name) => Root.Descendants().Where(e => e.Name.LocalName == name);

    public IEnumerable<XElement> WithClass(string @class) =>
        Root.Descendants().Where(e => (e.Attribute("class")?.Value ?? "").Split(' ').Contains(@class));

    /// <summary>Whether every point of every shape lies on the paper, with a little room for outlines and text at the rim.</summary>
    public bool IsInside(double slack = 12) =>
        Root.Descendants().All(e => e.Attributes().All(a => IsInside(a, slack))) && All("path").Where(IsUnmoved).All(p => IsPathInside(p, slack));

    private bool IsInside(XAttribute a, double slack) =>
        (!acrossNames.Contains(a.Name.LocalName) || Within(Number(a.Value), Width, slack)) &&
        (!downNames.Contains(a.Name.LocalName) || Within(Number(a.Value), Height, slack));

    private bool IsPathInside(XElement path, double slack)
    {
        var d = path.Attribute("d")!.Value;
        return Pairs().Matches(d).All(m => Within(Number(m.Groups[1].Value), Width, slack) && Within(Number(m.Groups[2].Value), Height, slack));
    }

    private static bool IsUnmoved(XElement e) => e.Ancestors().All(p => p.Attribute("transform") is null);

    private static bool Within(double value, double size, double slack) => value >= -slack && value <= size + slack;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Pairs();
}
