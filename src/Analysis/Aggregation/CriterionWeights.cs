using Weerbaar.Analysis.Scales;

namespace Weerbaar.Analysis.Aggregation;

/// <summary>The weight of each criterion of an edition, adding up to 1.</summary>
public sealed record CriterionWeights
{
    public const string PerCriterion = "equal-per-criterion";
    public const string PerInterest = "equal-per-interest";
    public const string Own = "own";

    private CriterionWeights(string id, Words name, IReadOnlyDictionary<string, double> weights) =>
        (Id, Name, Weights) = (id, name, weights);

    public string Id { get; }

    public Words Name { get; }

    /// <summary>By criterion, not negative, adding up to 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    /// <summary>Every criterion counts the same.</summary>
    public static CriterionWeights EqualPerCriterion(MethodEdition edition) =>
        new(PerCriterion, new("gelijk per criterium", "equal per criterion"),
            edition.Criteria.ToDictionary(c => c.Id, _ => 1.0 / edition.Criteria.Count));

    /// <summary>Every interest that has criteria counts the same, and so does every criterion inside an interest.</summary>
    public static CriterionWeights EqualPerInterest(MethodEdition edition)
    {
        var inside = edition.Criteria.CountBy(c => c.Interest).ToDictionary();
        return new(PerInterest, new("gelijk per belang", "equal per interest"),
            edition.Criteria.ToDictionary(c => c.Id, c => 1.0 / inside.Count / inside[c.Interest]));
    }

    /// <summary>The weights with this id, <c>equal-per-criterion</c>, <c>equal-per-interest</c> or a profile of the edition; or null.</summary>
    public static CriterionWeights? Find(MethodEdition edition, string id) => id switch
    {
        PerCriterion => EqualPerCriterion(edition),
        PerInterest => EqualPerInterest(edition),
        _ => edition.Profiles.FirstOrDefault(p => p.Id == id) is { } profile ? Of(edition, profile.Weights, profile.Id, profile.Name) : null,
    };

    /// <summary>The ids <see cref="Find"/> knows.</summary>
    public static IEnumerable<string> Ids(MethodEdition edition) => edition.Profiles.Select(p => p.Id).Prepend(PerInterest).Prepend(PerCriterion);

    /// <summary>Weights of one's own; only their proportions matter.</summary>
    /// <exception cref="MethodInputException">A criterion is missing or unknown, a weight is negative or not finite, or all are 0.</exception>
    public static CriterionWeights Of(
        MethodEdition edition, IReadOnlyDictionary<string, double> weights, string id = Own, Words? name = null)
    {
        Check(edition, weights);
        var largest = weights.Values.Max();
        var sum = SortedSum.Of(weights.Values.Select(w => w / largest));
        return new(id, name ?? new("eigen gewichten", "own weights"), weights.ToDictionary(w => w.Key, w => w.Value / largest / sum));
    }

    private static void Check(MethodEdition edition, IReadOnlyDictionary<string, double> weights)
    {
        foreach (var criterion in edition.Criteria.Where(c => !weights.ContainsKey(c.Id)))
        {
            throw Refused($"Criterium {criterion.Id} heeft geen gewicht.", $"Criterion {criterion.Id} has no weight: give every criterion one, 0 to leave it out.");
        }

        foreach (var (id, weight) in weights)
        {
            if (edition.FindCriterion(id) is null)
            {
                throw Refused($"{edition.Id} heeft geen criterium {id}.", $"{edition.Id} has no criterion {id}.");
            }

            if (!(weight >= 0) || double.IsInfinity(weight))
            {
                throw Refused($"Het gewicht van {id} moet 0 of hoger zijn.", $"The weight of {id} must be a number of 0 or more.");
            }
        }

        if (weights.Values.All(w => w == 0))
        {
            throw Refused("De gewichten zijn samen 0: geef er een boven 0.", "The weights sum to 0: give at least one above 0.");
        }
    }

    private static MethodInputException Refused(string nl, string en) => new("weights", new(nl, en));
}
