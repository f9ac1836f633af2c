namespace Weerbaar.Platform.Site;

public sealed record ChoiceOption(string Value, Text Text);

public sealed record ChoiceGroup(string Heading, IReadOnlyList<ChoiceOption> Options);

/// <summary>Several of many to tick, in groups that fold away; the model of the partial <c>_Choice</c>. <c>Name</c> is that of a list of text on the form.</summary>
public sealed record Choice(string Name, string Legend, IReadOnlyList<ChoiceGroup> Groups, IReadOnlyCollection<string> Chosen, string? Hint = null)
{
    public int ChosenIn(ChoiceGroup group) => group.Options.Count(o => Chosen.Contains(o.Value));
}
