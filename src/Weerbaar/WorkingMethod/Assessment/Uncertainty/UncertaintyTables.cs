using System.Globalization;
using Weerbaar.Platform.Site.Tables;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>Every table of the pages as CSV, whole: column names in English, numbers with a point.</summary>
public static class UncertaintyTables
{
    private static readonly Dictionary<string, Func<RoundUncertainty, CancellationToken, (IEnumerable<string> Head, IEnumerable<IEnumerable<string>> Rows)>> all = new(StringComparer.Ordinal)
    {
        ["ranks"] = (result, _) => Matrix(result, result.Ranks.RankAcceptability, Enumerable.Range(1, result.Scenarios.Count).Select(r => $"rank_{r}")),
        ["rank-errors"] = (result, _) => Matrix(result, result.Ranks.StandardError.RankAcceptability, Enumerable.Range(1, result.Scenarios.Count).Select(r => $"rank_{r}")),
        ["pairs"] = (result, _) => Matrix(result, result.Ranks.Pairwise, result.Scenarios.Select(s => s.Id)),
        ["central-weights"] = (result, _) => Matrix(result, result.Ranks.CentralWeights, result.Model.Criteria),
        ["values"] = (result, _) => Values(result),
        ["bands"] = (result, _) => Matrix(result, [.. result.Scenarios.Select(s => s.Bands.ToArray())], result.Model.Edition.Impact.Choices.Select(c => c.Id)),
        ["overturn"] = Overturned,
        ["questions"] = Asked,
        ["yearly-loss"] = (result, _) => Losses(result),
        ["samples"] = Drawn,
    };

    /// <summary>The one table that is about two scenarios, which <see cref="Explained"/> writes.</summary>
    internal const string OfPair = "explained";

    public static IEnumerable<string> Names => all.Keys.Append(OfPair);

    /// <summary>The table as bytes, or null when there is no such table.</summary>
    public static byte[]? Csv(string name, RoundUncertainty result, CancellationToken ct)
    {
        if (!all.TryGetValue(name, out var table))
        {
            return null;
        }

        var (head, rows) = table(result, ct);
        return Write(head, rows);
    }

    /// <summary>What the uncertainty about the difference of two scenarios comes from; the weights, as one input, have no scenario and no criterion.</summary>
    internal static byte[] Explained(RoundUncertainty result, ComparedPair pair, IEnumerable<ExplainedShare> shares) => Write(
        ["above", "below", "input", "scenario", "criterion", "first_order", "first_order_error", "total", "total_error"],
        shares.Select(s => (IEnumerable<string>)
        [
            result.Scenarios[pair.Above].Id, result.Scenarios[pair.Below].Id, s.ScenarioId is null ? "weights" : "judgement", s.ScenarioId ?? "", s.Criterion ?? "",
            Number(s.Index.FirstOrder), Number(s.Index.FirstOrderError), Number(s.Index.Total), Number(s.Index.TotalError),
        ]));

    private static byte[] Write(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) =>
        TableCsv.Write(head, rows.Select(row => row.Select(cell => (cell, double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? ColumnKind.Number : ColumnKind.Text))));

    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Matrix(RoundUncertainty result, double[]?[] rows, IEnumerable<string> columns) =>
        (columns.Prepend("scenario"), result.Scenarios.Zip(rows, (s, row) => (row ?? []).Select(Number).Prepend(s.Id)));

    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Values(RoundUncertainty result) => (
        ["scenario", "rank", "impact_q05", "impact_q50", "impact_q95", "impact_mean", "likelihood_q05", "likelihood_q50", "likelihood_q95", "rank_entropy_bits", "holistic_index", "confidence"],
        result.Scenarios.Select((s, i) => (IEnumerable<string>)
        [
            s.Id, s.Rank.ToString(CultureInfo.InvariantCulture), Number(s.Impact.Q05), Number(s.Impact.Q50), Number(s.Impact.Q95), Number(s.MeanImpact),
            Number(s.Likelihood?.Q05), Number(s.Likelihood?.Q50), Number(s.Likelihood?.Q95),
            Number(result.Ranks.RankEntropy[i]), Number(result.Ranks.HolisticIndex[i]), Number(result.Ranks.Confidence[i]),
        ]));

    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Overturned(RoundUncertainty result, CancellationToken ct) => (
        ["above", "below", "lead", "probability_above", "judgement_of", "criterion", "from", "to", "classes", "within_stated_range", "weight_moved", "weights", "profiles_that_overturn"],
        new Overturn(result.Model).Neighbours(cancel: ct).Select(line => (IEnumerable<string>)
        [
            line.AboveId, line.BelowId, Number(line.Lead), Number(result.Above(line.AboveId, line.BelowId)),
            line.Judgement?.ScenarioId ?? "", line.Judgement?.Criterion ?? "", line.Judgement?.From ?? "", line.Judgement?.To ?? "",
            line.Judgement?.Steps.ToString(CultureInfo.InvariantCulture) ?? "", line.Judgement?.WithinStatedRange.ToString() ?? "",
            Number(line.Weights?.Moved), string.Join(' ', line.Weights?.Moves.Select(m => $"{m.Criterion}:{Number(m.From)}>{Number(m.To)}") ?? []), string.Join(' ', line.Profiles),
        ]));

    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Asked(RoundUncertainty result, CancellationToken ct) => (
        ["scenario", "criterion", "lower", "best", "upper", "worth", "neighbours_overturned"],
        new Questions(result.Model, GetOverturn.UsualChoice).All(ct).Select(q => (IEnumerable<string>)
            [q.ScenarioId, q.Criterion, q.Lower, q.Best, q.Upper, Number(q.Worth), q.Overturns.ToString(CultureInfo.InvariantCulture)]));

    /// <summary>The whole curve with its errors; only the head where the method does not count in money.</summary>
    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Losses(RoundUncertainty result) => (
        ["currency", "loss_exceeded", "yearly_probability", "standard_error", "once_in_years"],
        (result.Loss?.Curve ?? []).Select(p => (IEnumerable<string>)
            [result.Loss!.Currency, Number(p.Loss), Number(p.Probability), Number(p.StandardError), p.Probability > 0 ? Number(1 / p.Probability) : ""]));

    /// <summary>A row is one draw, so that sums and comparisons keep what scenarios share.</summary>
    private static (IEnumerable<string>, IEnumerable<IEnumerable<string>>) Drawn(RoundUncertainty result, CancellationToken ct)
    {
        var samples = SipMath.Samples(result, ct);
        return (result.Scenarios.Select(s => s.Id).Prepend("sample"), Enumerable.Range(0, samples[0].Length)
            .Select(k => samples.Select(s => Number(s[k])).Prepend((k + 1).ToString(CultureInfo.InvariantCulture))));
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
