using Weerbaar.Platform.Examples;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>Decisions from <c>decisions.yaml</c> of an example; they are bound to their rounds once those are stored.</summary>
internal static class LoadDecisions
{
    public static ExamplePart Part { get; } = new("decisions.yaml", item => (Read(item), []));

    private static Decision Read(ExampleItem item) => new(
        item.Id,
        new DecisionDescription
        {
            Title = item.Title,
            Date = item.Keys.Date("date"),
            Body = item.Keys.Bilingual("body"),
            Text = item.OptionalText("text"),
            Adopts = item.Keys.OptionalTexts("adopts"),
        },
        item.Keys.OptionalText("basis"));
}
