using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;

namespace Weerbaar.Platform.Leaving;

/// <summary>
/// Where everything passes that leaves the program: it says how high it is marked, refuses what is above what the actor may
/// share, asks for whom it is, and writes it down.
/// </summary>
public sealed class DepartureDesk(WeerbaarDb db, CurrentActor current, OrganisationCatalogue organisations, Texts texts, TimeProvider clock)
{
    /// <summary>The file that somebody said leaves; null when none does.</summary>
    public ExportedFile? File => current.Leaving;

    /// <summary>The highest marking the actor may let out.</summary>
    public Marking Ceiling => db.Actor.May(Permission.ShareConfidential) ? db.Clearance
        : db.Actor.May(Permission.ShareInternal) ? db.Ceiling.Cap(Marking.Internal)
        : Marking.Public;

    /// <summary>Whether what was read so far may leave at all: a page that shows it offers to download it only then.</summary>
    public bool MayLeave => Lets(current.Seen.Highest);

    public bool Lets(Marking marking) => marking <= Ceiling;

    /// <summary>Whether all that the actor sees of a table may leave; decided as it is when the table is asked for, by reading it.</summary>
    public async Task<bool> LetsAsync(ExportedTable table, CancellationToken ct)
    {
        if (Lets(db.Clearance) && db.Actor.Opened.Count == 0)
        {
            return true;
        }

        var (_, seen) = await current.ApartAsync(() => ReadAsync(table, ct));
        return Lets(seen.Highest);
    }

    /// <summary>
    /// Whether the answer to who asks may be given: to a person who reads here it may, to a program only what it may share.
    /// Words are not looked for at all for one that may see more: refused where they are found and answered where they are
    /// not, they could be spelled out.
    /// </summary>
    public async Task<bool> MayGiveAsync(bool looksForWords, CancellationToken ct)
    {
        if (db.Actor.IsProgram)
        {
            await current.Seen.AddOwnersAsync(db, ct);
        }

        return !db.Actor.IsProgram || (MayLeave && (!looksForWords || Lets(db.Clearance)));
    }

    /// <summary>Refuses what was asked for, which is above what the actor may share or might be; the journal says so.</summary>
    public BrokenRule AboveCeiling() => AboveCeiling(db.Clearance);

    /// <summary>Refuses a look at what may not be taken out: over the API and at the console it would be had by looking.</summary>
    public void CheckPreview(Departure departure)
    {
        if (!Lets(departure.Highest))
        {
            throw AboveCeiling(departure.Highest);
        }
    }

    /// <summary>What is about to leave. What an edition is made of was told where it was read: others may see more of it than its reader.</summary>
    public async Task<Departure> WeighAsync(CancellationToken ct)
    {
        if (File!.Label is null)
        {
            await current.Seen.AddOwnersAsync(db, ct);
        }

        return Departure.Of(File, current.Seen.All);
    }

    /// <summary>The organisations that may have all of it; those of the actor come first.</summary>
    public IReadOnlyList<Organisation> RecipientsOf(Departure departure) =>
        [.. organisations.All.Where(o => o.ExistsOn(clock.Today()) && Barrier(departure, o.Code) is null).OrderBy(o => !db.Actor.Organisations.Contains(o.Code))];

    /// <exception cref="BrokenRule">The actor may not share that high.</exception>
    /// <exception cref="InvalidInput">It needs a recipient, or may not go to this one.</exception>
    public void Check(Departure departure, string? recipient)
    {
        if (!Lets(departure.Highest))
        {
            throw AboveCeiling(departure.Highest);
        }

        if (!departure.IsFree)
        {
            new InputCheck().Require(!string.IsNullOrEmpty(recipient), "recipient", "leaving.error.recipient", texts.Of(departure.Highest), departure.Words(texts)).ThrowIfAny();
            organisations.CheckOn(clock.Today(), "recipient", [recipient!]);
            if (Barrier(departure, recipient!) is { } barrier)
            {
                current.Refused = $"{departure.File.File} → {recipient}: beyond its label or release list";
                throw barrier is { ReleasedTo: "", Tlp: { } tlp }
                    ? new InvalidInput("recipient", "leaving.error.tlp", TlpWords.Of(tlp), recipient)
                    : new InvalidInput("recipient", "leaving.error.released", recipient);
            }
        }
    }

    /// <summary>It does not leave: an error page is shown in its place.</summary>
    public void Keep() => current.Leaving = null;

    /// <summary>Whether it may go to somebody as it is.</summary>
    public bool MayGo(Departure departure, string? recipient) =>
        Lets(departure.Highest) && (departure.IsFree || (!string.IsNullOrEmpty(recipient) && Barrier(departure, recipient) is null));

    /// <summary>Writes down that somebody looked at what would leave; nothing left.</summary>
    public Task RecordPreviewAsync(Departure departure, CancellationToken ct) => db.RecordAsync(
        new Change(ExportedFile.Previewed, $"{departure.File.File} ({departure.Words(texts)})"), departure.File.Kind, departure.File.ObjectId, departure.Highest, ct);

    /// <summary>Writes down what left, how high it was marked, and to whom.</summary>
    public Task RecordAsync(Departure departure, string? recipient, CancellationToken ct)
    {
        var file = departure.File;
        var reason = departure.IsFree ? file.File : $"{file.File} → {recipient} ({departure.Words(texts)})";
        db.ActFor(departure.Uses.Select(p => db.Actor.BehalfFor(p, Place.None)).OfType<string>().FirstOrDefault());
        return db.RecordAsync(new Change(file.Verb, reason), file.Kind, file.ObjectId, departure.Highest, ct);
    }

    private async Task<bool> ReadAsync(ExportedTable table, CancellationToken ct)
    {
        await foreach (var _ in table.RowsAsync(db, ct))
        {
            if (!MayLeave)
            {
                break;
            }
        }

        await current.Seen.AddOwnersAsync(db, ct);
        return true;
    }

    private BrokenRule AboveCeiling(Marking marking)
    {
        current.Refused = $"{File?.File} {marking}: above {Ceiling}, the most that may be shared".TrimStart();
        return new("leaving.rule.ceiling", texts.Of(marking), texts.Of(Ceiling));
    }

    /// <summary>What in it an organisation may not have; null when it may have all.</summary>
    private Reach? Barrier(Departure departure, string organisation)
    {
        var strictest = TlpCircles.StrictestFor(organisation, db.Actor.Organisations, organisations, clock.Today());
        return departure.Reaches.FirstOrDefault(r => !r.Includes(organisation, strictest));
    }
}
