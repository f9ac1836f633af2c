using Weerbaar.Platform.Access;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>What the working method delivers, in the order in which a cycle does.</summary>
public enum ProductKind
{
    StrategicExploration,
    ThematicDeepening,
    HorizonScan,
    RiskAssessment,
    FindingsReport,
    Planning,
    ProgressLetter,
    MidtermReview,
}

/// <summary>What a product is, how often it comes, who leads, and by when.</summary>
public record ProductDescription
{
    public required ProductKind ProductKind { get; init; }

    public required Text Title { get; init; }

    /// <summary>The day it should be there; empty when none was set.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What is known of the time besides, or instead of, a day: a year, a season.</summary>
    public Text DueNote { get; init; } = Text.Empty;

    /// <summary>How often it comes, and how far ahead it looks.</summary>
    public Text Cadence { get; init; } = Text.Empty;

    /// <summary>Code of the organisation that answers for it; empty when nobody does yet.</summary>
    public string Lead { get; init; } = "";

    public IReadOnlyList<string> Leads => Lead.Length == 0 ? [] : [Lead];

    public void Check() => new InputCheck().Title(Title).Prose("dueNote", DueNote).Prose("cadence", Cadence)
        .Require(Enum.IsDefined(ProductKind), "productKind", "cycle.error.kind")
        .ThrowIfAny();
}

/// <summary>Something the cycle delivers on a day: a scan, an assessment, a plan, a letter.</summary>
public sealed class Product : MarkedObject
{
    /// <summary>A product is due from this many days before its day.</summary>
    public const int DaysAhead = 60;

    private Product()
    {
    }

    public Product(string id, ProductDescription description)
    {
        Id = id;
        Describe(description);
    }

    public override string Kind => "product";

    public override Permission NeededToWrite => Permission.PlanCycle;

    public override IReadOnlyCollection<string> LedBy() => Lead.Length == 0 ? [] : [Lead];

    public ProductKind ProductKind { get; private set; }

    public DateOnly? Due { get; private set; }

    public Text DueNote { get; private set; } = Text.Empty;

    public DateOnly? Delivered { get; private set; }

    public Text Cadence { get; private set; } = Text.Empty;

    public string Lead { get; private set; } = "";

    /// <summary>How it stands on a day. Without a day of its own it is planned until it is delivered: there is nothing to be late against.</summary>
    public DueState StateOn(DateOnly today) => this switch
    {
        { Delivered: not null } => DueState.Done,
        { Due: null } => DueState.Planned,
        _ when Due < today => DueState.Late,
        _ when Due <= today.AddDays(DaysAhead) => DueState.Due,
        _ => DueState.Planned,
    };

    public void Describe(ProductDescription description)
    {
        description.Check();
        (ProductKind, Title, Lead) = (description.ProductKind, description.Title, description.Lead);
        (Due, DueNote, Cadence) = (description.Due, description.DueNote, description.Cadence);
    }

    /// <summary>Sets the day it was delivered, or takes it back with null.</summary>
    /// <exception cref="BrokenRule">It says so already: a form posted twice delivers once.</exception>
    public void Deliver(DateOnly? day)
    {
        if (Delivered == day)
        {
            throw new BrokenRule(day is null ? "cycle.rule.not-delivered" : "cycle.rule.delivered-already");
        }

        Delivered = day;
    }
}
