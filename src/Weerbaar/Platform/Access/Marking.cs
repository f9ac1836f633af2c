namespace Weerbaar.Platform.Access;

/// <summary>
/// How widely a thing may be read. Ordered: a reader sees everything up to the own clearance. The state-secret levels of
/// the Dutch rules on special information (VIRBI 2025) exist so that they can be named and refused: see <c>MarkingCeiling</c>.
/// </summary>
public enum Marking
{
    Public = 0,
    Internal = 1,
    DepartmentalConfidential = 2,
    StateConfidential = 3,
    StateSecret = 4,
    StateTopSecret = 5,
}
