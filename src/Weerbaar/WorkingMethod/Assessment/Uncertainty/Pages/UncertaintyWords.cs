using System.Globalization;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty.Pages;

/// <summary>How sure an order of two is.</summary>
public enum Firmness
{
    Firm,
    Fair,
    Shaky,
}

/// <summary>What a run says, in plain words. A probability is "so many of 100 times".</summary>
public sealed class UncertaintyWords(RoundSheet sheet, RoundUncertainty result, Texts texts)
{
    private const double Fair = 0.7;

    /// <summary>What a hundredth may miss by being a binary fraction.</summary>
    private const double Rounding = 1e-9;

    public RoundUncertainty Result { get; } = result;

    /// <summary>The scenarios from the highest to the lowest, by index.</summary>
    public IReadOnlyList<int> Order { get; } = result.Model.Order;

    public string Title(int scenario) => Title(Result.Scenarios[scenario].Id);

    public string Title(string scenarioId) => sheet.Rows.First(r => r.Scenario.Id == scenarioId).Scenario.Title.Here;

    /// <summary>Rank and title.</summary>
    public string Label(int scenario) => $"{Result.Model.Ranks[scenario]}. {Title(scenario)}";

    public string Criterion(string id) => id == RoundModel.OnlyOverall ? texts["uncertainty.overall"]
        : Result.Model.Edition.FindCriterion(id) is { } criterion ? $"{criterion.Id} {criterion.Name.Here()}" : id;

    /// <summary>In whole times, rounded towards 50: never surer than it is, and never over a limit that it does not reach.</summary>
    public static string OfHundred(double p) => p switch
    {
        > 0 and < 0.005 => "<\u00A01",
        < 1 and > 0.995 => ">\u00A099",
        >= 0.5 => Math.Floor(100 * p + Rounding).ToString("0", CultureInfo.CurrentCulture),
        _ => Math.Max(0, Math.Ceiling(100 * p - Rounding)).ToString("0", CultureInfo.CurrentCulture),
    };

    public static string Percent(double p) => (100 * p).ToString("0.0", CultureInfo.CurrentCulture) + "%";

    public double Above(int one, int other) => Result.Ranks.Pairwise[one][other];

    /// <summary>Firm: sure in the draws, and turned neither by a judgement within its range nor by other weights of the edition.</summary>
    public static Firmness FirmnessOf(double p, OverturnLine line) =>
        p >= RoundUncertainty.Sure && line.Judgement?.WithinStatedRange != true && line.Profiles.Count == 0 ? Firmness.Firm : p >= Fair ? Firmness.Fair : Firmness.Shaky;

    public Badge BadgeOf(Firmness firmness) => new(
        firmness switch { Firmness.Firm => Tone.Good, Firmness.Fair => Tone.Info, _ => Tone.Warning },
        texts.Of(firmness),
        firmness switch { Firmness.Firm => "done", Firmness.Fair => "info", _ => "warning" });

    /// <summary>What a minister should take from it, in a few sentences.</summary>
    public IEnumerable<string> Findings()
    {
        var ranks = Result.Ranks.RankAcceptability;
        var first = Enumerable.Range(0, ranks.Length).MaxBy(i => ranks[i][0]);
        yield return texts["uncertainty.finding.first", Title(first), OfHundred(ranks[first][0])];
        if (Order.Count < 2)
        {
            yield break;
        }

        var pairs = Order.Zip(Order.Skip(1), (a, b) => (Above: a, Below: b, P: Above(a, b))).ToList();
        yield return texts["uncertainty.finding.pairs", pairs.Count, pairs.Count(p => p.P >= RoundUncertainty.Sure), pairs.Count(p => p.P < RoundUncertainty.Sure)];
        var turned = pairs.Where(p => p.P < 0.4).ToList();
        if (turned.Count > 0)
        {
            yield return texts.Count("uncertainty.finding.turned", turned.Count, Title(turned[0].Below), Title(turned[0].Above), OfHundred(1 - turned[0].P));
        }

        var unsure = Result.Scenarios.Count(s => s.Bands.Count > 0 && s.Bands.Max() < RoundUncertainty.Sure);
        if (Result.Scenarios.Any(s => s.Bands.Count > 0))
        {
            yield return texts["uncertainty.finding.bands", Result.Scenarios.Count - unsure, Result.Scenarios.Count];
        }
    }

    /// <summary>What would put the lower above the higher one, sentence by sentence.</summary>
    public IEnumerable<string> Sentences(OverturnLine line)
    {
        if (line.Lead == 0)
        {
            yield return texts["uncertainty.overturn.level"];
            yield break;
        }

        yield return line.Judgement is { } change
            ? texts[change.WithinStatedRange ? "uncertainty.overturn.judgement-within" : "uncertainty.overturn.judgement-outside", Criterion(change.Criterion), Title(change.ScenarioId), change.To, change.From]
            : texts["uncertainty.overturn.judgement-none"];
        if (Result.Model.HasLinearWeights)
        {
            yield return line.Weights is { } weights ? WeightSentence(weights) : texts["uncertainty.overturn.weights-none"];
        }

        foreach (var profile in line.Profiles)
        {
            yield return texts["uncertainty.overturn.profile", CriterionWeights.Find(Result.Model.Edition, profile)!.Name.Here(), Title(line.BelowId)];
        }
    }

    /// <summary>For the scenarios most often first: how often, and which criteria then weigh clearly more than on average.</summary>
    public IEnumerable<string> Central(IEnumerable<int> first) => first.Take(3).Select(i =>
    {
        var heavy = Result.AgainstMean(i).Index().Where(w => w.Item > 1.1).OrderByDescending(w => w.Item).Take(3).ToList();
        return texts[heavy.Count == 0 ? "uncertainty.central.any" : "uncertainty.central.heavy", Title(i), OfHundred(Result.Ranks.RankAcceptability[i][0]),
            string.Join(", ", heavy.Select(w => Criterion(Result.Model.Criteria[w.Index])))];
    });

    private string WeightSentence(WeightChange weights)
    {
        var (up, down) = (weights.Moves.Where(m => m.To > m.From).ToList(), weights.Moves.Where(m => m.To < m.From).ToList());
        return texts["uncertainty.overturn.weights", (100 * weights.Moved).ToString("0.#", CultureInfo.CurrentCulture),
            string.Join(", ", down.Select(Moved)), string.Join(", ", up.Select(Moved))];
    }

    private string Moved(WeightMove move) => texts["uncertainty.overturn.moved", Criterion(move.Criterion),
        (100 * move.From).ToString("0.#", CultureInfo.CurrentCulture), (100 * move.To).ToString("0.#", CultureInfo.CurrentCulture)];
}
