using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>Notes the place in the journal before a page reads anything, so that the browser is told all that comes after.</summary>
internal sealed class LiveFrom(WeerbaarDb db, LivePosition positions) : IAsyncPageFilter
{
    private static readonly object key = new();

    public static string? Of(HttpContext http) => http.Items[key] as string;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (db.Current.Past is null && http.User.Identity?.IsAuthenticated == true && HttpMethods.IsGet(http.Request.Method) && !IsErrorPage(http))
        {
            http.Items[key] = positions.Seal(await JournalChain.LastSeqAsync(db, http.RequestAborted));
        }

        await next();
    }

    private static bool IsErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
}
