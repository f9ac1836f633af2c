using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs.Pages;

public sealed class JobsModel(WeerbaarDb db, Texts texts, JobCatalogue jobs, TimeProvider clock) : StepPage(db, texts)
{
    public IReadOnlyList<JobView> Jobs { get; private set; } = [];

    public string NameOf(JobView job) => Texts.All.ContainsKey($"jobs.name.{job.Name}") ? T[$"jobs.name.{job.Name}"] : job.Name;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(string? job, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        return TryAsync(
            async () =>
            {
                await RunJob.HandleAsync(job ?? "", Db, jobs, HttpContext.RequestServices, ct);
                TempData.Saved(T["jobs.started"]);
                return "/jobs";
            },
            () => ShowAsync(ct));
    }

    private async Task ShowAsync(CancellationToken ct) => Jobs = await ListJobs.HandleAsync(Db, jobs, clock, ct);
}
