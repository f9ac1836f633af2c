using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>What was decided, when, and by which body.</summary>
public record DecisionDescription
{
    public required Text Title { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Who decided: the cabinet, a council, a minister.</summary>
    public Text Body { get; init; } = Text.Empty;

    public Text Text { get; init; } = Text.Empty;

    /// <summary>Ids of the advices that are taken over.</summary>
    [ObjectIds]
    public IReadOnlyList<string> Adopts { get; init; } = [];

    public void Check() => new InputCheck().Title(Title).Prose("text", Text)
        .EachOnce("adopts", Adopts)
        .Require(!Body.IsEmpty, "body", "decisions.error.body")
        .Require(Body.Nl.Length <= TextRules.LongestTitle && Body.En.Length <= TextRules.LongestTitle, "body", "rules.text-long", TextRules.LongestTitle)
        .Require(Date.Year >= 1900, "date", "decisions.error.date")
        .ThrowIfAny();
}

/// <summary>A decision, bound to the content of the assessment it was taken on.</summary>
public sealed class Decision : MarkedObject
{
    private Decision()
    {
    }

    public Decision(string id, DecisionDescription description, string? basisId)
    {
        (Id, BasisId) = (id, basisId);
        Describe(description);
    }

    public override string Kind => "decision";

    public override Permission NeededToWrite => Permission.RecordDecisions;

    public override IEnumerable<string> AllItRestsOn => RestsOn.Concat(Adopts).Concat(BasisId is null ? [] : [BasisId]);

    public DateOnly Date { get; private set; }

    public Text Body { get; private set; } = Text.Empty;

    public Text Text { get; private set; } = Text.Empty;

    [ObjectIds]
    public List<string> Adopts { get; private set; } = [];

    /// <summary>Id of the round it was taken on; empty when it was taken on none.</summary>
    [ObjectIds]
    public string? BasisId { get; private set; }

    /// <summary>What that round said; empty until the decision is bound to it.</summary>
    public FrozenBasis? Basis { get; private set; }

    public void Describe(DecisionDescription description)
    {
        description.Check();
        (Title, Date, Body) = (description.Title, description.Date, description.Body);
        (Text, Adopts) = (description.Text, [.. description.Adopts]);
    }

    /// <summary>Binds the decision to what a round says now.</summary>
    public void Bind(string roundId, FrozenBasis basis) => (BasisId, Basis) = (roundId, basis);

    /// <param name="then">Of what the round said when the decision was bound to it; null when it was not.</param>
    /// <param name="now">The same of now; null when it can't be read.</param>
    public BasisState StateGiven(string? then, string? now) => (BasisId, then, now) switch
    {
        (null, _, _) => BasisState.None,
        (_, null, _) => BasisState.Unbound,
        (_, _, null) => BasisState.Unknown,
        _ => then == now ? BasisState.Current : BasisState.Stale,
    };
}
