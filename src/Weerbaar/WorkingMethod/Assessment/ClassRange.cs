namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>A judgement as it was entered: lower, best and upper, each a class or what the scale takes besides.</summary>
public sealed record ClassRange(string Lower, string Best, string Upper)
{
    public static ClassRange Of(string only) => new(only, only, only);

    public bool IsOne => Lower == Best && Best == Upper;

    public override string ToString() => IsOne ? Best : $"{Lower} – {Best} – {Upper}";
}
