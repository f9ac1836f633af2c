namespace Weerbaar.Analysis.Scales;

/// <summary>A quantity cut into steps: persons, days, square kilometres, money, a count of indicators.</summary>
/// <param name="From">Where the first step begins. Less than this, and zero, is no impact.</param>
public sealed record Axis(string Id, Words Name, Words Unit, double From, IReadOnlyList<Step> Steps)
{
    /// <summary>Whether the input says where on this axis the scenario lies.</summary>
    public bool Answered(CriterionInput input) => input.Amounts.ContainsKey(Id) || input.Steps.ContainsKey(Id);

    /// <summary>The step the input falls in, or null when it lies before the first step.</summary>
    /// <exception cref="MethodInputException">Nothing is given, the amount is negative or not a number, or the step does not exist.</exception>
    public Step? Find(CriterionInput input)
    {
        if (input.Steps.TryGetValue(Id, out var id))
        {
            return Steps.FirstOrDefault(s => s.Id == id) ?? throw Unknown(id);
        }

        return input.Amounts.TryGetValue(Id, out var amount) ? Holding(amount) : throw Missing();
    }

    /// <summary>The step that holds an amount, or null when it lies before the first step.</summary>
    public Step? Holding(double amount)
    {
        if (!(amount >= 0) || double.IsInfinity(amount))
        {
            throw new MethodInputException(Id, new(
                $"{Name.Nl}: geef een getal van 0 of hoger.",
                $"{Name.En}: give a number of 0 or more."));
        }

        return amount == 0 || amount < From ? null : Steps.First(s => s.Holds(amount));
    }

    private MethodInputException Missing() =>
        new(Id, new($"Vul ook in: {Name.Nl.ToLowerInvariant()}.", $"Also give: {Name.En.ToLowerInvariant()}."));

    private MethodInputException Unknown(string id) =>
        new(Id, new($"{Name.Nl} kent geen stap '{id}'.", $"{Name.En} has no step '{id}'."));
}
