using System.Globalization;
using Quartz;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>Work at set times: with PostgreSQL by whichever process is free, and taken over when one dies; with SQLite by the only process.</summary>
public static class JobServices
{
    private static readonly TimeSpan sign = TimeSpan.FromSeconds(5);

    /// <param name="services">Those of the program.</param>
    /// <param name="settings">Whether this process does jobs, and with which database.</param>
    public static void AddJobs(this IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton<JobCatalogue>();
        services.AddSingleton<Examine>(ExamineJobs.Now);
        services.AddSingleton(new NavigationEntry("jobs", "jobs.title", "/jobs", "calendar", 85, NavigationGroup.Administration, nameof(Access.Role.Administrator)));
        services.AddSingleton(new ScheduledJob("check-journal", "0 30 3 * * ?", CheckJournalAsync));
        services.AddSingleton(new ScheduledJob("journal-retention", "0 45 3 * * ?", EmptyJournalAsync));
        if (settings.DoesJobs)
        {
            services.AddQuartz(quartz => Configure(quartz, settings.Database));
            services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
            services.AddHostedService<PlanJobs>();
        }
    }

    public static void MapJobs(this RouteGroupBuilder api)
    {
        ListJobs.Map(api);
        RunJob.Map(api);
    }

    private static void Configure(IQuartzBuilder quartz, Database database)
    {
        if (!database.IsSqlite)
        {
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(database.ConnectionString);
                store.ProvisionSchema();
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (sign, sign));
            });
        }
    }

    private static async Task<string> EmptyJournalAsync(WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var rules = RetentionRules.In(services.GetRequiredService<ServerSettings>().DataFolder);
        return rules.Days.Count == 0
            ? $"No rules, so nothing was taken out: there is no {RetentionRules.FileName} in the data folder of this process."
            : (await JournalRetention.ApplyAsync(db, rules, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct)).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string> CheckJournalAsync(WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var found = await SignedJournal.VerifyAsync(db, [], services.GetRequiredService<CheckpointKey>().PublicPem, ct);
        return $"{found.Chain.Entries} {found.Unchecked}".TrimEnd();
    }
}
