namespace Weerbaar.Analysis.Scales;

/// <summary>How a table finds a class.</summary>
public enum TableKind
{
    /// <summary>By one amount.</summary>
    Threshold,

    /// <summary>By two amounts: a row and a column.</summary>
    Matrix,

    /// <summary>By the number of indicators affected, and an extent or duration.</summary>
    IndicatorCount,

    /// <summary>The expert gives the class.</summary>
    Direct,
}
