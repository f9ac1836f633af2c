using Weerbaar.Analysis.Scales;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>All judgements of one scenario in a row, with what was said, to go from one to another.</summary>
public sealed record JudgementStrip(MethodEdition Edition, Round Round, SheetRow Row, LikelihoodClass? Likelihood, string Current)
{
    public Scenario Scenario => Row.Scenario;

    public string? Previous => At(-1);

    public string? Next => At(1);

    private string? At(int step)
    {
        var places = JudgementPlaces.Of(Edition, Round.Id, Scenario.Id).ToList();
        var index = places.IndexOf(Current) + step;
        return index >= 0 && index < places.Count ? places[index] : null;
    }
}
