namespace Weerbaar.Platform.Access;

/// <summary>How widely a thing may be read. Ordered: a reader sees everything up to the own clearance.</summary>
public enum Marking
{
    Public = 0,
    Internal = 1,
    DepartmentalConfidential = 2,
}
