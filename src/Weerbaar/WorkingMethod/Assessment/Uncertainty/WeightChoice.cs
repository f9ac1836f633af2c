using System.Globalization;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;
using Weerbaar.WorkingMethod.Assessment.Simulate;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>What is taken to be known of the weights.</summary>
/// <param name="Id">As the reader wrote it.</param>
/// <param name="Expression">The same without names of profiles, so that a run repeats from its record alone.</param>
/// <param name="Model">What is drawn from.</param>
/// <param name="Reference">The single weights the order is compared with.</param>
public sealed record WeightChoice(string Id, string Expression, WeightModel Model, CriterionWeights Reference)
{
    public const string Unknown = "uniform";
    public const string UnknownWithinInterests = "interests";
    public const string AllProfiles = "profiles";

    /// <summary>Several weights are possible, not one.</summary>
    public bool IsUncertain => Model is not FixedWeights;

    /// <summary>What a reader can choose by name in an edition.</summary>
    public static IEnumerable<string> Names(MethodEdition edition) => edition.Overall.Weighs
        ? [.. CriterionWeights.Ids(edition), UnknownWithinInterests, Unknown, AllProfiles]
        : [CriterionWeights.PerCriterion];

    /// <summary>The choice by name, or as an expression such as <c>order:2.1&gt;1.1&gt;…</c>; the edition's own when empty.</summary>
    /// <exception cref="InvalidInput">The edition has no such weights, or no place for weights.</exception>
    public static WeightChoice Read(MethodEdition edition, string? text, CancellationToken cancel = default)
    {
        var id = string.IsNullOrWhiteSpace(text) ? edition.DefaultWeights : text.Trim();
        if (!edition.Overall.Weighs)
        {
            return id == edition.DefaultWeights || id == CriterionWeights.PerCriterion ? Without(edition) : throw Refused(id, edition);
        }

        if (CriterionWeights.Find(edition, id) is { } known)
        {
            return Of(edition, known);
        }

        return id switch
        {
            Unknown => Of(edition, id, "uniform", CriterionWeights.EqualPerCriterion(edition), cancel),
            UnknownWithinInterests => Of(edition, id, Interests(edition), CriterionWeights.EqualPerInterest(edition), cancel),
            AllProfiles => Of(edition, id, Profiles(edition), Default(edition), cancel),
            _ when id.Contains(':', StringComparison.Ordinal) => Of(edition, id, id, Default(edition), cancel),
            _ => throw Refused(id, edition),
        };
    }

    /// <summary>One set of weights, such as those written in a file.</summary>
    public static WeightChoice Of(MethodEdition edition, CriterionWeights known) => edition.Overall.Weighs
        ? Of(edition, known.Id, Fixed(edition, known), known)
        : Without(edition);

    private static WeightChoice Of(MethodEdition edition, string id, string expression, CriterionWeights reference, CancellationToken cancel = default) =>
        new(id, expression, WeightExpression.Read(expression, [.. edition.Criteria.Select(c => c.Id)], cancel), reference);

    /// <summary>Where weights play no part every criterion, or the one overall judgement, counts the same.</summary>
    private static WeightChoice Without(MethodEdition edition)
    {
        var count = edition.Overall.Adds ? edition.Criteria.Count : 1;
        return new(CriterionWeights.PerCriterion, "equal", FixedWeights.Equal(count), CriterionWeights.EqualPerCriterion(edition));
    }

    private static CriterionWeights Default(MethodEdition edition) => CriterionWeights.Find(edition, edition.DefaultWeights)!;

    private static string Fixed(MethodEdition edition, CriterionWeights weights) =>
        "fixed:" + string.Join(',', edition.Criteria.Select(c => weights.Weights[c.Id].ToString("R", CultureInfo.InvariantCulture)));

    private static string Interests(MethodEdition edition) =>
        "interests:" + string.Join('|', edition.Criteria.GroupBy(c => c.Interest).Select(g => string.Join(',', g.Select(c => c.Id))));

    private static string Profiles(MethodEdition edition) =>
        "mix:" + string.Join(';', CriterionWeights.Ids(edition).Select(id => "1*" + Fixed(edition, CriterionWeights.Find(edition, id)!)));

    private static InvalidInput Refused(string id, MethodEdition edition) =>
        new("weights", "uncertainty.error.weights", id, string.Join(", ", Names(edition)));
}
