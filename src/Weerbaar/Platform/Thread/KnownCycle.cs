using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Refuses an address that asks for a cycle that is not there: an empty list would say that the cycle holds nothing.</summary>
internal static class KnownCycle
{
    public static void UseKnownCycle(this WebApplication app) => app.Use(async (http, next) =>
    {
        var isForProgram = Api.Api.IsForProgram(http);
        var asked = http.Request.Query[isForProgram ? CycleFilter.OverApi : CycleFilter.InAddress].ToString();
        if (asked.Length == 0 || http.User.Identity?.IsAuthenticated != true || Gate.IsErrorPage(http))
        {
            await next(http);
        }
        else if (await RefusalAsync(asked, http) is not { } refusal)
        {
            await next(http);
        }
        else if (isForProgram)
        {
            throw new InvalidInput([refusal]);
        }
        else
        {
            http.RefuseOnPage(StatusCodes.Status400BadRequest, "", refusal.Key, refusal.Values);
        }
    });

    private static async Task<FieldError?> RefusalAsync(string cycle, HttpContext http)
    {
        var objects = http.RequestServices.GetRequiredService<WeerbaarDb>().Objects.AsNoTracking();
        var beginning = $"{cycle}.";
        if (CycleFilter.HasWords(cycle) || await objects.AnyAsync(o => o.Id.StartsWith(beginning), http.RequestAborted))
        {
            return null;
        }

        var known = await objects.CyclesAsync(http.RequestAborted);
        return new FieldError(CycleFilter.OverApi, "thread.error.cycle", PlainText.Shown(cycle), string.Join(", ", known));
    }
}
