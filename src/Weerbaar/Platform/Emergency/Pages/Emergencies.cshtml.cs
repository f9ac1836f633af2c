using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency.Pages;

public sealed class EmergenciesModel(WeerbaarDb db, Texts texts, ObjectKinds kinds, TimeProvider clock) : StepPage(db, texts)
{
    public IReadOnlyList<(EmergencyOpening Opening, IndexedObject Subject)> Openings { get; private set; } = [];

    /// <summary>The ids of the objects that the reader answers for.</summary>
    public IReadOnlySet<string> Answered { get; private set; } = new HashSet<string>();

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Href(IndexedObject subject) => kinds[subject.Kind].Href(subject.Id);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var openings = await ListEmergencies.HandleAsync(Db, ct);
        var ids = openings.Select(o => o.ObjectId).Distinct().ToList();
        var subjects = await Db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        Answered = await AnswersFor.AmongAsync(Db, kinds, subjects.Values, ct);
        Openings = [.. openings.Where(o => subjects.ContainsKey(o.ObjectId)).Select(o => (o, subjects[o.ObjectId]))];
    }

    public Task<IActionResult> OnPostEndAsync(string id, long version, CancellationToken ct) => AnswerAsync(id, version, goesOn: false, ct);

    public Task<IActionResult> OnPostCheckAsync(string id, long version, CancellationToken ct) => AnswerAsync(id, version, goesOn: true, ct);

    private Task<IActionResult> AnswerAsync(string id, long version, bool goesOn, CancellationToken ct) => TryAsync(
        async () =>
        {
            await EndEmergency.HandleAsync(id ?? "", version, new EndEmergency.Request { GoesOn = goesOn }, Db, kinds, clock, ct);
            TempData.Saved(T[goesOn ? "emergency.checked-now" : "emergency.ended-now"]);
            return "/emergency";
        },
        () => OnGetAsync(ct));
}
