using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Reports.Pages;

public sealed class ReportsModel(WeerbaarDb db, Texts texts, DepartureDesk desk) : StepPage(db, texts)
{
    /// <summary>Each round with the number of its scenarios this reader may see.</summary>
    public IReadOnlyList<(Round Round, int Scenarios)> Rounds { get; private set; } = [];

    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The editions in which this reader can have the report of a round.</summary>
    public IEnumerable<Marking> EditionsOf(Round round) =>
        Enum.GetValues<Marking>().Where(m => m >= round.Marking && m <= Db.Actor.Clearance);

    /// <summary>Whether the reader may let any edition out.</summary>
    public bool MayLeave(Round round) => desk.Lets(round.Marking);

    /// <summary>Whether an edition the reader may let out asks for whom it is.</summary>
    public bool AsksRecipient(Round round) => EditionsOf(round).Any(m => m > Marking.Public && desk.Lets(m));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rounds = await ListRounds.HandleAsync(Db, null, null, ct);
        var ids = rounds.SelectMany(r => r.ScenarioIds).Distinct().ToList();
        var seen = await Db.Objects.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToHashSetAsync(ct);
        Rounds = [.. rounds.Select(r => (r, r.ScenarioIds.Count(seen.Contains)))];
    }
}
