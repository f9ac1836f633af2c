namespace Weerbaar.Analysis.Uncertainty.Streams;

/// <summary>What a stream is for, so that two uses of one seed never share numbers.</summary>
public enum StreamPurpose
{
    /// <summary>Scores and weights of the main pass.</summary>
    Samples = 1,

    /// <summary>The order of alternatives whose values cannot be told apart.</summary>
    Ties = 2,

    /// <summary>Weights drawn one sample at a time: rejection, hit and run, choice of a profile.</summary>
    Weights = 3,

    /// <summary>The second pass, given central weights.</summary>
    Confidence = 4,

    /// <summary>Random shifts of a lattice.</summary>
    Shifts = 5,

    /// <summary>Candidates when a lattice is built.</summary>
    Lattice = 6,

    /// <summary>Estimates of a function's mean.</summary>
    Integration = 7,
}
