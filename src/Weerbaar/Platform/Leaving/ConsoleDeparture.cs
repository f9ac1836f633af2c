using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Leaving;

/// <summary>What a verb lets out, for whom: the same desk as that of pages, with a look beforehand for who asks for one.</summary>
internal sealed record ConsoleDeparture(DepartureDesk Desk, Departure Departure, string? Recipient, string Words)
{
    public static Option<string?> To { get; } = new("--recipient")
    {
        Description = "The code of the organisation it is for, such as BZK; asked for when it is not for everybody",
    };

    public static Option<bool> Preview { get; } = new("--preview") { Description = "Show what would leave, say how high it is marked, and write nothing" };

    /// <summary>Weighs what was read and may go; null after a preview, which shows what would leave and says that nothing did.</summary>
    /// <param name="show">Writes what would leave, as it would, to standard output.</param>
    /// <exception cref="Rules.BrokenRule">It is marked too high.</exception>
    /// <exception cref="Rules.InvalidInput">It needs a recipient, or may not go to this one.</exception>
    public static async Task<ConsoleDeparture?> OfAsync(ParseResult parsed, IServiceProvider services, Func<TextWriter, Task> show, CancellationToken ct)
    {
        var (desk, texts, recipient) = (services.GetRequiredService<DepartureDesk>(), services.GetRequiredService<Texts>(), parsed.GetValue(To));
        var departure = await desk.WeighAsync(ct);
        var words = $"Highest marking: {texts.Of(departure.Highest)} ({(departure.Counts.Count == 0 ? "nothing" : departure.Words(texts))}).";
        if (parsed.GetValue(Preview))
        {
            desk.CheckPreview(departure);
            await desk.RecordPreviewAsync(departure, ct);
            await show(parsed.InvocationConfiguration.Output);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{departure.File.File} would leave. {words} {For(recipient)}Nothing was written.");
            return null;
        }

        desk.Check(departure, recipient);
        return new(desk, departure, recipient, $"{words} {For(recipient)}".TrimEnd());
    }

    public Task RecordAsync(CancellationToken ct) => Desk.RecordAsync(Departure, Recipient, ct);

    private static string For(string? recipient) => recipient is null ? "" : $"For: {recipient}. ";
}
