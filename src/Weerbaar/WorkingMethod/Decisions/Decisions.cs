using Weerbaar.Platform.Access;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>What was decided on which assessment, and whether that still says the same.</summary>
public static class Decisions
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("decisions", "kind.decision.plural", "/decisions", "decisions", 50, NavigationGroup.WorkingMethod));
        services.AddSingleton<ObjectKind>(new ObjectKind<Decision>("decision", "decisions", Layer: 5) { ChangedBy = [Permission.RecordDecisions] });
        services.AddScoped<BasisCheck>();
        services.AddSingleton<StaleDecisions>();
        services.AddSingleton<FindHomeTasks>(s => s.GetRequiredService<StaleDecisions>().FindAsync);
        services.AddSingleton(LoadDecisions.Part);
        services.AddScoped<FinishLoading>(s => ct =>
            BindLoadedDecisions.HandleAsync(s.GetRequiredService<WeerbaarDb>(), s.GetRequiredService<BasisCheck>(), ct));
        services.AddSingleton<ExportedTable>(new ExportedTable<Decision>("decisions",
        [
            ("id", d => d.Id),
            ("title_nl", d => d.Title.Nl),
            ("title_en", d => d.Title.En),
            ("date", d => d.Date),
            ("body_nl", d => d.Body.Nl),
            ("body_en", d => d.Body.En),
            ("text_nl", d => d.Text.Nl),
            ("text_en", d => d.Text.En),
            ("adopts", d => d.Adopts),
            ("basis", d => d.BasisId),
            ("rests_on", d => d.RestsOn),
            ("marking", d => d.Marking),
            ("invented", d => d.Invented),
        ]));
    }

    public static void MapDecisions(this RouteGroupBuilder api)
    {
        ListDecisions.Map(api);
        GetDecision.Map(api);
        RecordDecision.Map(api);
        EditDecision.Map(api);
        ConfirmDecision.Map(api);
    }
}
