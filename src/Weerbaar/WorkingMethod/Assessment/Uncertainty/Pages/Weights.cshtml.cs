using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>What the weights of the criteria do to the order.</summary>
public sealed class WeightsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, UncertaintyRuns runs)
    : PairPage(db, texts, editions, runs)
{
    public bool HasWeights => Result!.Model.HasLinearWeights;

    /// <summary>The scenarios that are first under some of the weights, most often first, by index.</summary>
    public IReadOnlyList<int> First => [.. Words.Order.Where(i => Result!.Ranks.CentralWeights[i] is not null).OrderByDescending(i => Result!.Ranks.RankAcceptability[i][0]).Take(MostRows)];

    private const int MostRows = 12;
}
