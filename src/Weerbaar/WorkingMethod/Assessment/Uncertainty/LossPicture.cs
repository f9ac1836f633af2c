using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>For editions that count in money: what a year may cost, all scenarios together.</summary>
public sealed record LossPicture(string Currency, int Years, double Mean, double OnceInTen, double OnceInHundred, IReadOnlyList<ExceedancePoint> Curve)
{
    private const int SimulatedYears = 50_000;
    private const int CurvePoints = 60;

    /// <summary>Null when the edition does not count in money, or no likelihood is known.</summary>
    internal static LossPicture? Of(RoundModel model, ulong seed, IProgress<double>? progress, CancellationToken cancel)
    {
        if (model.Value.Currency is not { } currency)
        {
            return null;
        }

        var sources = model.Scenarios.Index().Where(s => s.Item.Likelihood is not null).Select(s => Source(model, s.Index, seed, cancel)).ToList();
        if (sources.Count == 0)
        {
            return null;
        }

        var loss = YearlyLoss.Simulate(sources, SimulatedYears, seed, progress, cancel);
        return new(currency, SimulatedYears, loss.Mean, loss.OnceIn(10), loss.OnceIn(100), loss.Curve(CurvePoints));
    }

    private static LossSource Source(RoundModel model, int scenario, ulong seed, CancellationToken cancel)
    {
        var judged = model.Scenarios[scenario].Likelihood!;
        var exponent = LikelihoodDraws.Exponent(judged, model.Edition.Likelihood);
        var rates = Enumerable.Range(0, 65).Select(k => (k / 64.0, Rate(exponent.Quantile(k / 64.0), judged.HorizonYears)));
        return new(new PiecewiseLinear(rates), Losses(model, scenario, seed, cancel));
    }

    /// <summary>Times a year, for a probability of at least once within the horizon.</summary>
    private static double Rate(double exponent, double years) => -Elementary.Log(1 - Math.Min(Elementary.Pow(10, exponent), 1 - 1e-9)) / years;

    private static Distribution Losses(RoundModel model, int scenario, ulong seed, CancellationToken cancel)
    {
        var numbers = model.Input.Numbers;
        var row = new Analysis.Robustness.Acceptability.AcceptabilityInput(
            1, [.. numbers.Scores.Skip(scenario * numbers.Criteria).Take(numbers.Criteria)], numbers.Weights);
        return PiecewiseLinear.FromObservations(ValueSamples.Draw(row, 2048, seed + (ulong)scenario + 1, cancel)[0]);
    }
}
