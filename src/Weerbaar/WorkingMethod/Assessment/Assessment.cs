using Microsoft.Extensions.DependencyInjection.Extensions;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment.Pages;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The national risk assessment: rounds, judgements, outcomes, on the method editions.</summary>
public static class Assessment
{
    public static void AddAssessment(this IServiceCollection services)
    {
        services.AddSingleton(s => EditionInterests.Of(s.GetRequiredService<EditionCatalogue>()));
        services.TryAddSingleton(s => new Chromium(ChromiumOptions.From(s.GetRequiredService<IConfiguration>())));
        services.AddSingleton(new NavigationEntry("assessment", "kind.round.plural", "/rounds", "assessment", 40, NavigationGroup.WorkingMethod));
        services.AddSingleton(new NavigationEntry("methods", "methods.title", "/method-editions", "methods", 60, NavigationGroup.Administration));
        services.AddSingleton<ObjectKind>(new ObjectKind<Round>("round", "rounds", Layer: 3)
        {
            ChangedBy = [Permission.OpenRounds, Permission.Judge, Permission.EstablishRounds],
            States = ObjectKind.Each<Round>((round, _, texts) => RoundsModel.Status(round, texts)),
            ContentKey = "assessment.tab.outcome",
            Tabs = [("assessment.tab.judgements", "/judgements"), ("assessment.tab.uncertainty", "/uncertainty"), ("assessment.tab.compare", "/compare")],
        });
        services.AddScoped<Platform.Journal.IWordEntries, JudgementEntries>();
        services.AddUncertainty();
        services.AddSingleton(s => new LoadRounds(s.GetRequiredService<EditionCatalogue>()).Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<Round>("rounds",
        [
            ("id", r => r.Id), ("title_nl", r => r.Title.Nl), ("title_en", r => r.Title.En), ("edition", r => r.EditionId),
            ("status", r => r.Status), ("established_on", r => r.EstablishedOn), ("rests_on", r => r.RestsOn),
            ("marking", r => r.Marking), ("invented", r => r.Invented),
        ]));
        services.AddSingleton<ExportedTable>(new ExportedTable<AssessedScenario>("assessed-scenarios",
        [
            ("round", a => a.RoundId), ("scenario", a => a.ScenarioId),
            ("likelihood_lower", a => a.Likelihood?.Lower), ("likelihood_best", a => a.Likelihood?.Best), ("likelihood_upper", a => a.Likelihood?.Upper),
            ("overall_lower", a => a.Overall?.Lower), ("overall_best", a => a.Overall?.Best), ("overall_upper", a => a.Overall?.Upper),
        ]));
        services.AddSingleton<ExportedTable>(new ExportedTable<CriterionJudgement>("judgements",
        [
            ("round", j => j.RoundId), ("scenario", j => j.ScenarioId), ("criterion", j => j.Criterion),
            ("lower", j => j.Range.Lower), ("best", j => j.Range.Best), ("upper", j => j.Range.Upper),
            ("reason_nl", j => j.Reason.Nl), ("reason_en", j => j.Reason.En),
        ]));
    }

    public static void MapAssessment(this RouteGroupBuilder api)
    {
        ListEditions.Map(api);
        ComputeClass.Map(api);
        ListRounds.Map(api);
        GetRound.Map(api);
        CompareRounds.Map(api);
        OpenRound.Map(api);
        ChangeRound.Map(api);
        JudgeCriterion.Map(api);
        JudgeScenario.Map(api);
        EstablishRound.Map(api);
        api.MapUncertainty();
    }
}
