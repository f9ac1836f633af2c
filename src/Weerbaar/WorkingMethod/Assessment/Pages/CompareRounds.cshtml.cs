using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class CompareRoundsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public RoundResult Result { get; private set; } = null!;

    public IReadOnlyList<Round> Others { get; private set; } = [];

    public IReadOnlyList<CompareRounds.Line> Lines { get; private set; } = [];

    /// <summary>The edition of the other round, when it is another than this one's.</summary>
    public string? OtherEdition { get; private set; }

    public string OtherTitle => Others.FirstOrDefault(r => r.Id == With)?.Title.Here ?? "";

    public string Sentence
    {
        get
        {
            var changed = Lines.Count(l => l.Differs);
            return changed == 0
                ? T["assessment.compare.same"]
                : $"{T["assessment.compare.sentence", changed, Lines.Count]} {T.Count("assessment.compare.judged", Lines.Sum(l => l.Judgements.Count))}";
        }
    }

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Result = await GetRound.HandleAsync(id, null, null, Db, editions, ct);
        var own = Result.Sheet.Round;
        Others = [.. (await ListRounds.HandleAsync(Db, null, null, ct)).Where(r => r.Id != id)
            .OrderByDescending(r => r.ScenarioIds.Intersect(own.ScenarioIds).Count()).ThenByDescending(r => IsEarlier(r, own))];
        if (Others.Count == 0)
        {
            return;
        }

        With = string.IsNullOrEmpty(With) ? Others[0].Id : With;
        Lines = [.. (await CompareRounds.HandleAsync(id, With, Db, editions, ct)).OrderByDescending(l => l.Differs).ThenBy(l => l.RankAfter ?? int.MaxValue)];
        OtherEdition = Others.FirstOrDefault(r => r.Id == With) is { } other && other.EditionId != own.EditionId
            ? editions.Find(other.EditionId)?.Edition.Title.Here() ?? other.EditionId
            : null;
    }

    /// <summary>The best class, with lower to upper in brackets where they differ.</summary>
    public static string Said(ClassRange? range) => range is null ? "–" : range.IsOne ? range.Best : $"{range.Best} ({range.Lower}–{range.Upper})";

    private static bool IsEarlier(Round other, Round own) =>
        other.EstablishedOn is { } then && (own.EstablishedOn is not { } now || then < now);

    public IHtmlContent Change(string? before, string? after) => Change(before, after, id => new HtmlContentBuilder().Append(id));

    public IHtmlContent LikelihoodChange(CompareRounds.Line line) => Change(line.LikelihoodBefore, line.LikelihoodAfter, id =>
        Result.Edition.Likelihood.Classes.FirstOrDefault(c => c.Id == id) is { } known ? ClassMarks.Chip(known, Result.Edition.Likelihood) : new HtmlContentBuilder().Append(id));

    public IHtmlContent ImpactChange(CompareRounds.Line line) => Change(line.ImpactBefore, line.ImpactAfter, id =>
        Result.Edition.Impact.Find(id) is { } known ? ClassMarks.Chip(known, Result.Edition.Impact) : new HtmlContentBuilder().Append(id));

    private IHtmlContent Change(string? before, string? after, Func<string, IHtmlContent> draw)
    {
        IHtmlContent Drawn(string? id) => id is null ? new HtmlString("–") : draw(id);
        return before == after
            ? new HtmlContentBuilder().AppendHtml("<span class=\"w-row w-row--tight\">").AppendHtml(Drawn(after)).AppendHtml("</span>")
            : new HtmlContentBuilder().AppendHtml("<span class=\"w-row w-row--tight w-changed\">").AppendHtml(Drawn(before))
                .AppendHtml("<span aria-hidden=\"true\">→</span><span class=\"w-visually-hidden\">").Append(T["assessment.compare.became"])
                .AppendHtml("</span>").AppendHtml(Drawn(after)).AppendHtml("</span>");
    }
}
