namespace Weerbaar.Analysis.Scales;

/// <summary>Whether someone means harm. A likelihood scale may have another horizon and other words for each.</summary>
public enum Nature
{
    Hazard,
    Malicious,
}
