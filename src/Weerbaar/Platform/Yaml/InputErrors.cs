using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Yaml;

/// <summary>Collects everything wrong in the input, so that a reader hears all of it at once.</summary>
public sealed class InputErrors
{
    private readonly List<InputError> all = [];

    /// <summary>By file and line, in the order of the files.</summary>
    public IReadOnlyList<InputError> All =>
        [.. all.Distinct().GroupBy(e => e.File).SelectMany(file => file.OrderBy(e => e.Line))];

    public bool Any => all.Count > 0;

    public int Count => all.Count;

    /// <summary>What was typed may stand in the message; it is shown on a terminal, which does as control characters tell it.</summary>
    public void Add(string file, int line, string message) => all.Add(new(PlainText.Shown(file), line, PlainText.Shown(message)));

    /// <exception cref="BadInputException">There are errors.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new BadInputException(All);
        }
    }
}
