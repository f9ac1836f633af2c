using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>Capability advices from <c>advices.yaml</c> of an example.</summary>
internal sealed class LoadAdvices(OrganisationCatalogue organisations)
{
    private static readonly Dictionary<string, AdviceKind> kinds = new() { ["advice"] = AdviceKind.Advice, ["line"] = AdviceKind.Line };

    public ExamplePart Part => new("advices.yaml", item => (Read(item), []));

    private CapabilityAdvice Read(ExampleItem item)
    {
        var leads = item.Keys.OptionalTexts("leads");
        organisations.Check("leads", leads);
        return new CapabilityAdvice(item.Id, new AdviceDescription
        {
            AdviceKind = item.Keys.Choice("kind", kinds),
            Title = item.Title,
            Summary = item.OptionalText("summary"),
            Phases = [.. item.Keys.OptionalList("phases").Select(Phase)],
            Leads = leads,
            Elaborated = item.Keys.Has("elaborated") && item.Keys.Flag("elaborated"),
        });
    }

    private static SafetyPhase Phase(YamlValue value)
    {
        if (EnumWords.Find(typeof(SafetyPhase), value.AsText()) is SafetyPhase phase)
        {
            return phase;
        }

        value.Error($"Expected one of {string.Join(", ", Enum.GetNames<SafetyPhase>()).ToLowerInvariant()}, found '{value.AsText()}'.");
        return default;
    }
}
