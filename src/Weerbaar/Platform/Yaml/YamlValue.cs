using System.Globalization;

namespace Weerbaar.Platform.Yaml;

/// <summary>A value in a YAML file. Reading it as something it is not adds an error and gives a stand-in, so that reading goes on.</summary>
public sealed class YamlValue
{
    private readonly YamlNode node;
    private readonly string file;
    private readonly InputErrors errors;

    internal YamlValue(YamlNode node, string name, string file, InputErrors errors) =>
        (this.node, Name, this.file, this.errors) = (node, name, file, errors);

    /// <summary>The key it stands under.</summary>
    public string Name { get; }

    public int Line => node.Line;

    public bool IsText => node is ScalarNode { IsNull: false };

    public bool IsMap => node is MapNode;

    public bool IsList => node is ListNode;

    public bool IsNothing => node is ScalarNode { IsNull: true };

    public void Error(string message) => errors.Add(file, Line, message);

    /// <summary>The text; "" with an error when it is not text.</summary>
    public string AsText()
    {
        if (node is ScalarNode { IsNull: false } scalar && scalar.Value.Trim().Length > 0)
        {
            return scalar.Value.Trim();
        }

        Error($"Expected text for '{Name}'.");
        return "";
    }

    /// <summary>The number; NaN with an error when it is not a number in the range.</summary>
    public double AsNumber(double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (node is ScalarNode scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && number >= least && number <= most)
        {
            return number;
        }

        Error($"Expected a number{Range(least, most)} for '{Name}'{Found()}.{(node is ScalarNode { Value: var text } && text.Contains(',', StringComparison.Ordinal) ? " Write it with a point, such as 0.5." : "")}");
        return double.NaN;
    }

    /// <summary>The keys under it, or null with an error.</summary>
    public YamlMap? AsMap()
    {
        if (node is MapNode map)
        {
            return new YamlMap(map, file, errors);
        }

        Error($"Expected keys and values under '{Name}'.");
        return null;
    }

    /// <summary>The items of the list; none with an error when it is not a list.</summary>
    public IReadOnlyList<YamlValue> AsList()
    {
        if (node is ListNode list)
        {
            return [.. list.Items.Select(item => new YamlValue(item, Name, file, errors))];
        }

        Error($"Expected a list for '{Name}': items each on a line with '- ' before it, or [a, b].");
        return [];
    }

    private string Found() => node is ScalarNode { IsNull: false } scalar ? $", found '{scalar.Value}'" : "";

    private static string Range(double least, double most) => (double.IsFinite(least), double.IsFinite(most)) switch
    {
        (true, true) when least == double.Epsilon => string.Create(CultureInfo.InvariantCulture, $" above 0, up to {most},"),
        (true, true) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
        (true, false) when least == double.Epsilon => " above 0",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $" of {least} or more"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $" of {most} or less"),
        (false, false) => "",
    };
}
