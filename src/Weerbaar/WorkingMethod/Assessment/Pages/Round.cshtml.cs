using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class RoundModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    private static readonly string[] values = ["base3", "base10", "linear"];

    public sealed record Switch(string Name, IReadOnlyList<SelectListItem> Items);

    public RoundResult Result { get; private set; } = null!;

    public RiskDiagram.Input Diagram { get; private set; } = null!;

    public TableView Table { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Weights { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Value { get; set; }

    /// <summary>The reader chose other weights or another value function than the edition's own.</summary>
    public bool Differs => Result.Weights.Id != Result.Edition.DefaultWeights || Result.Value.Id != Result.Edition.Value.Id;

    public IReadOnlyList<Switch> Switches =>
    [
        new("weights", Result.Edition.Overall.Weighs ? [.. WeightItems()] : []),
        new("value", Result.Edition.Overall.TakesOtherValues ? [.. ValueItems()] : []),
    ];

    public override bool May(Permission permission) => Actor.May(permission, Result.Sheet.Round);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        Result = await GetRound.HandleAsync(id, Weights, Value, Db, editions, ct);
        Diagram = RoundDiagram.Of(Result, T);
        return await new OutcomeTable(Result, Diagram, T).In(Request).Answer(this, OutcomeTable.Rows(Result), view => Table = view);
    }

    public string FileHref(string format)
    {
        var query = new QueryBuilder();
        foreach (var (name, chosen) in new[] { ("weights", Weights), ("value", Value) }.Where(c => !string.IsNullOrEmpty(c.Item2)))
        {
            query.Add(name, chosen!);
        }

        return $"/rounds/{Result.Sheet.Round.Id}/diagram.{format}{query}";
    }

    private IEnumerable<SelectListItem> WeightItems() => CriterionWeights.Ids(Result.Edition).Select(id =>
        new SelectListItem(CriterionWeights.Find(Result.Edition, id)!.Name.Here(), id, id == Result.Weights.Id));

    private IEnumerable<SelectListItem> ValueItems()
    {
        var own = Result.Edition.Value;
        IEnumerable<SelectListItem> items = values.Select(id => new SelectListItem(ValueFunction.Find(id)!.Name.Here(), id, id == Result.Value.Id));
        return values.Contains(own.Id) ? items : items.Prepend(new SelectListItem(own.Name.Here(), "", own.Id == Result.Value.Id));
    }
}
