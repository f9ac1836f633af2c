using System.Text.Json;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>The numbers of a model, as they are hashed and as a part of a run carries them.</summary>
public sealed record ModelNumbers
{
    public string Format { get; init; } = ModelText.Format;

    public required string Edition { get; init; }

    public required string EditionSha256 { get; init; }

    public required string Value { get; init; }

    public required bool WithinClass { get; init; }

    public required IReadOnlyList<string> Criteria { get; init; }

    public required IReadOnlyList<ScenarioNumbers> Scenarios { get; init; }
}

/// <param name="Likelihood">Lower, best and upper probability, or nothing.</param>
/// <param name="Scores">Per criterion the values thought possible; only one where the overall value is known as such.</param>
public sealed record ScenarioNumbers(string Id, IReadOnlyList<double>? Likelihood, IReadOnlyList<IReadOnlyList<ScorePiece>> Scores);

/// <summary>The one way to write the numbers of a model, and back.</summary>
public static class ModelText
{
    public const string Format = "weerbaar-model-1";

    /// <summary>The input of a run, from the numbers and a weight expression.</summary>
    public static SimulateInput Input(ModelNumbers numbers, string weights) =>
        new([.. numbers.Scenarios.Select(s => s.Id)], numbers.Criteria, Engine(numbers, weights), JsonSerializer.Serialize(numbers, JsonSerializerOptions.Web), weights);

    public static bool Is(string canonical) => canonical.StartsWith('{');

    /// <summary>Reads what <see cref="Input"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static SimulateInput Read(string canonical, string weights)
    {
        var numbers = JsonSerializer.Deserialize<ModelNumbers>(canonical, JsonSerializerOptions.Web);
        return numbers is { Format: Format, Scenarios.Count: > 0, Criteria.Count: > 0 } ? Input(numbers, weights) : throw new JsonException();
    }

    private static AcceptabilityInput Engine(ModelNumbers numbers, string weights)
    {
        var model = WeightExpression.Read(weights, numbers.Criteria);
        var scores = numbers.Scenarios.SelectMany(s => numbers.Criteria.Select((_, c) => PiecewiseScore.Of(s.Scores[s.Scores.Count == 1 ? 0 : c])));
        return new(numbers.Scenarios.Count, [.. scores], model, [.. Together(numbers)]);
    }

    /// <summary>An overall value that is uncertain as a whole is the same on every criterion in each draw.</summary>
    private static IEnumerable<Dependence> Together(ModelNumbers numbers) => numbers.Criteria.Count == 1
        ? []
        : numbers.Scenarios.Index().Where(s => s.Item.Scores.Count == 1 && PiecewiseScore.Of(s.Item.Scores[0]) is not Fixed)
            .Select(s => new CommonDriver([.. numbers.Criteria.Select((_, c) => ((s.Index * numbers.Criteria.Count) + c, 1.0))]));
}
