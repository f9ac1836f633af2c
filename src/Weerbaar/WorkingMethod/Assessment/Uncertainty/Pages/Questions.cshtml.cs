using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

public sealed class QuestionsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : UncertaintyPage(db, texts, editions, runs)
{
    private const int MostQuestions = 10;

    /// <summary>Ids of the two scenarios compared.</summary>
    [BindProperty(SupportsGet = true)]
    public string? One { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    /// <summary>How many scenarios are put on the agenda.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Chosen { get; set; }

    /// <summary>The two compared, the higher first; the first two neighbours that are not sure when the reader chose none.</summary>
    public (int Above, int Below) Pair
    {
        get
        {
            var (order, ranks) = (Words.Order, Result!.Model.Scenarios);
            var usual = order.Zip(order.Skip(1)).FirstOrDefault(p => Words.Above(p.First, p.Second) < 0.9, (First: order[0], Second: order[1]));
            var one = Place(One) ?? usual.First;
            var other = Place(Other) is { } chosen && chosen != one ? chosen : one == usual.First ? usual.Second : usual.First;
            return order.ToList().IndexOf(one) < order.ToList().IndexOf(other) ? (one, other) : (other, one);

            int? Place(string? id) => ranks.Index().Where(s => s.Item.Id == id).Select(s => (int?)s.Index).FirstOrDefault();
        }
    }

    public Questions Questions => new(Result!.Model, Chosen ?? GetOverturn.UsualChoice);

    public IReadOnlyList<QuestionWorth> Worth => [.. Questions.All().Where(q => q.Worth > 0).Take(MostQuestions)];

    public IReadOnlyList<QuestionWorth> Turning => [.. Questions.All().Where(q => q.Overturns > 0).OrderByDescending(q => q.Overturns).ThenByDescending(q => q.Worth).Take(MostQuestions)];
}
