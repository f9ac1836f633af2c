using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

public sealed class QuestionsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : PairPage(db, texts, editions, runs)
{
    private const int MostQuestions = 10;

    /// <summary>How many scenarios are put on the agenda.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Chosen { get; set; }

    /// <summary>What the uncertainty about the difference of the two compared comes from.</summary>
    public IReadOnlyList<ExplainedShare> Explained { get; private set; } = [];

    /// <summary>Share done of working that out, while it is under way.</summary>
    public double? ExplainedDone { get; private set; }

    public Questions Questions { get; private set; } = null!;

    public IReadOnlyList<QuestionWorth> Worth { get; private set; } = [];

    public IReadOnlyList<QuestionWorth> Turning { get; private set; } = [];

    protected override async Task WithResultAsync(SharedRun<RoundUncertainty> run, CancellationToken ct)
    {
        if (Result!.Scenarios.Count > 1)
        {
            Questions = new(Result.Model, Chosen ?? GetOverturn.UsualChoice);
            var all = Questions.All(ct);
            Worth = [.. all.Where(q => q.Worth > 0).Take(MostQuestions)];
            Turning = [.. all.Where(q => q.Overturns > 0).OrderByDescending(q => q.Overturns).ThenByDescending(q => q.Worth).Take(MostQuestions)];
            var explaining = Runs.Explain(run, Result, Pair);
            if (await Runs.IsDoneAsync(explaining, AtOnce, ct))
            {
                Explained = await UncertaintyRuns.ResultOfAsync(explaining);
            }
            else
            {
                ExplainedDone = Wait(explaining);
            }
        }
    }
}
