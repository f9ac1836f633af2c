using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>A version of a scenario, kept in full: the description as it was, from when, by whom and why.</summary>
public sealed class ScenarioVersion : Part
{
    private ScenarioVersion()
    {
    }

    public ScenarioVersion(string id, Scenario scenario, DateTimeOffset at, Actor author, string reason)
    {
        (Id, ScenarioId, Number) = (id, scenario.Id, scenario.Number);
        (At, AuthorId, Author, Reason) = (at, author.Id, author.Name, new(reason, ""));
        Description = scenario.Description;
    }

    public override Permission NeededToWrite => Permission.WriteScenarios;

    public override IReadOnlyList<string> OwnerIds => [ScenarioId];

    [Owner]
    public string ScenarioId { get; private set; } = "";

    public int Number { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string AuthorId { get; private set; } = "";

    [PersonName]
    public string Author { get; private set; } = "";

    /// <summary>Why the version was made, in the words it was given in; empty for the first.</summary>
    public Text Reason { get; private set; } = Text.Empty;

    public ScenarioDescription Description { get; private set; } = null!;

    /// <summary>Marks here what a later version marks: the words it covers may stand open in this one.</summary>
    public void CoverAs(ScenarioDescription later) =>
        (Description, Reason) = (LaterPassages.Cover(Description, later), LaterPassages.CoverBeside(Reason, later));
}
