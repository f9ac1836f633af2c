using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Health;

/// <summary>Whether this process lives, and whether it can do its work: for a proxy or an orchestrator, which need no sign-in.</summary>
public static class HealthServices
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Examine>(ExamineMachine.Now);
        services.AddSingleton<Examine>(ExamineSecrets.Now);
        services.AddSingleton<Examine>(ExamineDatabase.Now);
        services.AddSingleton<Examine>(ExamineJournal.Now);
    }

    public static void MapHealth(this WebApplication app)
    {
        // Before anybody is recognised: whoever asks brings no more than a cookie, and to read that takes the database.
        app.MapGet("/health/live", () => "live\n").AllowAnonymous().ShortCircuit().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ShortCircuit().ExcludeFromDescription();
        SecurityTxt.Map(app);
    }

    /// <summary>Ready means that the database answers. Why it does not is in the log, not in the answer.</summary>
    private static async Task<IResult> ReadyAsync(WeerbaarDb db, CancellationToken ct) => await db.Database.CanConnectAsync(ct)
        ? TypedResults.Text("ready\n")
        : TypedResults.Text("not ready\n", statusCode: StatusCodes.Status503ServiceUnavailable);
}
