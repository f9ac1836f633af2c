using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.Analysis.Uncertainty.Dependence;

/// <summary>Inputs that do not move on their own. Each input keeps its own distribution; only how they move together is set.</summary>
public abstract class Dependence
{
    private protected Dependence(IReadOnlyList<int> inputs) => Inputs = inputs;

    /// <summary>Indexes of the inputs that move together.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>How many independent standard normals are mixed.</summary>
    internal abstract int Sources { get; }

    /// <summary>The share of one source in the normal score of one input; squares of an input's shares sum to 1.</summary>
    internal abstract double Share(int input, int source);

    /// <summary>Throws when an input is named twice or does not exist.</summary>
    internal static void RequireDisjoint(IReadOnlyList<Dependence> dependences, int inputs)
    {
        if (dependences.Count == 0)
        {
            return;
        }

        var seen = new HashSet<int>();
        foreach (var input in dependences.SelectMany(d => d.Inputs))
        {
            if (input < 0 || input >= inputs)
            {
                throw new ArgumentException($"A dependence names input {input}, but there are {inputs} inputs, counted from 0.", nameof(dependences));
            }

            if (!seen.Add(input))
            {
                throw new ArgumentException($"Input {input} is in two dependences; join them in one correlation matrix.", nameof(dependences));
            }
        }
    }
}

/// <summary>
/// A Gaussian copula: inputs with given rank correlations (Spearman). The normal correlation is 2·sin(π·ρ/6)
/// (Pearson 1907; Iman and Conover 1982). Correlations of 1 and −1 are allowed: such inputs have the same normal score, or the opposite.
/// </summary>
public sealed class GaussianCopula : Dependence
{
    private readonly double[,] lower;

    /// <param name="inputs">Indexes of the inputs.</param>
    /// <param name="rankCorrelations">Symmetric, ones on the diagonal, in the order of <paramref name="inputs"/>.</param>
    /// <param name="progress">Told the share done, 0 to 1, of a search for the nearest possible matrix.</param>
    /// <param name="cancel">Stops that search.</param>
    /// <exception cref="NotPositiveDefiniteException">No joint distribution has these correlations; it carries the nearest matrix that one has.</exception>
    public GaussianCopula(IReadOnlyList<int> inputs, double[,] rankCorrelations, IProgress<double>? progress = null, CancellationToken cancel = default)
        : base(inputs)
    {
        CorrelationMatrix.RequireCorrelations(rankCorrelations, inputs.Count);
        var normal = CorrelationMatrix.Map(rankCorrelations, r => 2 * Elementary.Sin(Math.PI * r / 6));
        lower = CorrelationMatrix.Factor(normal, cancel) ?? throw new NotPositiveDefiniteException(
            CorrelationMatrix.Map(CorrelationMatrix.Nearest(normal, progress, cancel), Spearman));
    }

    private GaussianCopula(IReadOnlyList<int> inputs, GaussianCopula alike)
        : base(inputs) => lower = alike.lower;

    internal override int Sources => Inputs.Count;

    internal override double Share(int input, int source) => lower[input, source];

    /// <summary>Other inputs, as many, that move together in the same way.</summary>
    public GaussianCopula Of(IReadOnlyList<int> inputs) => inputs.Count == Inputs.Count
        ? new(inputs, this)
        : throw new ArgumentException($"The correlations are of {Inputs.Count} inputs, and {inputs.Count} were given.", nameof(inputs));

    private static double Spearman(double normal) => Math.Asin(normal / 2) * 6 / Math.PI;
}

/// <summary>
/// One cause behind several inputs, such as the state of the economy behind the costs of many scenarios: the normal
/// score of an input is loading × driver + √(1 − loading²) × its own part.
/// </summary>
public sealed class CommonDriver : Dependence
{
    private readonly double[] loadings;

    /// <param name="loadings">Per input a loading between −1 and 1.</param>
    public CommonDriver(IReadOnlyList<(int Input, double Loading)> loadings)
        : base([.. loadings.Select(l => l.Input)])
    {
        if (loadings.Any(l => !(Math.Abs(l.Loading) <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(loadings), "The loading of an input on a common driver lies between −1 and 1.");
        }

        this.loadings = [.. loadings.Select(l => l.Loading)];
    }

    internal override int Sources => Inputs.Count + 1;

    internal override double Share(int input, int source) => source switch
    {
        0 => loadings[input],
        _ when source == input + 1 => Math.Sqrt(1 - (loadings[input] * loadings[input])),
        _ => 0,
    };
}
