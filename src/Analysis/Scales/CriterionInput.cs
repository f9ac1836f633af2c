using System.Collections.ObjectModel;

namespace Weerbaar.Analysis.Scales;

/// <summary>What is known of a scenario for one criterion; its tables turn it into a class.</summary>
public sealed record CriterionInput
{
    /// <summary>By axis: the amount, in the unit of the axis.</summary>
    public IReadOnlyDictionary<string, double> Amounts { get; init; } = ReadOnlyDictionary<string, double>.Empty;

    /// <summary>By axis: the step chosen instead of an amount.</summary>
    public IReadOnlyDictionary<string, string> Steps { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>By indicator: the mark given to it.</summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>By table: the class the expert gives directly.</summary>
    public IReadOnlyDictionary<string, string> Classes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The corrections that the expert says apply.</summary>
    public IReadOnlyCollection<string> Corrections { get; init; } = [];
}
