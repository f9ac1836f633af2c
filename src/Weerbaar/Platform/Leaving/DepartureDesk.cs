using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Leaving;

/// <summary>
/// Where everything passes that leaves the program in answer to a request: it says how high it is marked, refuses what is
/// above what the actor may share, asks for whom it is, and writes it down.
/// </summary>
public sealed class DepartureDesk(WeerbaarDb db, CurrentActor current, OrganisationCatalogue organisations, Texts texts)
{
    /// <summary>The file a handler said it sends; null when the answer is no file.</summary>
    public ExportedFile? File => current.Seen?.File;

    /// <summary>The highest marking the actor may let out.</summary>
    public Marking Ceiling => db.Actor.May(Permission.ShareConfidential) ? db.Clearance
        : db.Actor.May(Permission.ShareInternal) ? db.Ceiling.Cap(Marking.Internal)
        : Marking.Public;

    public async Task<Departure> WeighAsync(CancellationToken ct)
    {
        var (seen, parts) = (current.Seen!, current.Seen!.OnlyParts);
        if (seen.File!.Label is { } label)
        {
            // An edition was read by somebody cleared no further than its label: what else was read told only whether it is whole.
            return Of(label, [.. seen.Objects.Values.Where(o => o.Marking <= label)]);
        }

        if (parts.Count > 0)
        {
            // Reading the objects that parts belong to puts them among what was seen.
            await db.Objects.AsNoTracking().Where(o => parts.Contains(o.Id)).LoadAsync(ct);
        }

        return Of(seen.HighestPassage, [.. seen.Objects.Values]);
    }

    private static Departure Of(Marking least, IReadOnlyList<(Marking Marking, string ReleasedTo)> objects) => new(
        objects.Select(o => o.Marking).Append(least).Max(),
        objects.GroupBy(o => o.Marking).ToDictionary(g => g.Key, g => g.Count()),
        [.. objects.Select(o => o.ReleasedTo).Where(r => r.Length > 0).Distinct().Select(ReleaseList.Codes)]);

    /// <exception cref="BrokenRule">The actor may not share that high.</exception>
    /// <exception cref="InvalidInput">It needs a recipient, or it is not released to this one.</exception>
    public void Check(Departure departure, string? recipient)
    {
        if (departure.Highest > Ceiling)
        {
            throw new BrokenRule("leaving.rule.ceiling", texts.Of(departure.Highest), texts.Of(Ceiling));
        }

        if (!departure.IsFree)
        {
            new InputCheck().Require(!string.IsNullOrEmpty(recipient), "recipient", "leaving.error.recipient", texts.Of(departure.Highest), departure.Words(texts)).ThrowIfAny();
            organisations.Check("recipient", [recipient!]);
            new InputCheck().Require(departure.MayGoTo(recipient!), "recipient", "leaving.error.released", recipient).ThrowIfAny();
        }
    }

    public void Keep() => current.Seen?.Stays();

    /// <summary>Writes down what left, how high it was marked, and to whom.</summary>
    public Task RecordAsync(Departure departure, string? recipient, CancellationToken ct)
    {
        var file = File!;
        var reason = departure.IsFree ? file.File : $"{file.File} → {recipient} ({departure.Words(texts)})";
        return db.RecordAsync(new Change(file.Verb, reason), file.Kind, file.ObjectId, departure.Highest, ct);
    }
}
