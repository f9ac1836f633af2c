namespace Weerbaar.Analysis.Scales;

/// <summary>No table: the expert gives the class, helped by the guidance of the criterion.</summary>
public sealed record DirectTable : ClassTable
{
    public override TableKind Kind => TableKind.Direct;

    public override IReadOnlyList<Axis> Axes => [];

    private protected override bool Answered(CriterionInput input) => input.Classes.ContainsKey(Id);

    private protected override TableHit Find(CriterionInput input, ImpactScale scale)
    {
        var id = input.Classes[Id];
        var found = scale.Find(id) ?? throw new MethodInputException(Id, new(
            $"'{id}' is geen klasse. Kies uit {string.Join(", ", scale.Choices)}.",
            $"'{id}' is no class. Choose from {string.Join(", ", scale.Choices)}."));
        return new(null, null, found);
    }
}
