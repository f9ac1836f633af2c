using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Organisations;

/// <summary>The organisations to choose from on a form: those that exist, and those already chosen that no longer do.</summary>
public static class OrganisationChoices
{
    public static IReadOnlyList<ChoiceGroup> Of(
        OrganisationCatalogue organisations, Texts texts, DateOnly today, IReadOnlyCollection<string> chosen) =>
        [.. organisations.All.Where(o => o.ExistsOn(today) || chosen.Contains(o.Code))
            .GroupBy(o => o.Kind)
            .Select(g => new ChoiceGroup(texts.Of(g.Key), [.. g.Select(o => new ChoiceOption(o.Code, o.Name))]))];
}
