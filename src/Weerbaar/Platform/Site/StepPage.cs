using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Site;

/// <summary>A page that calls the verbs of a step: what a verb refuses comes back on the form, with nothing typed lost.</summary>
public abstract class StepPage(WeerbaarDb db, Texts texts) : PageModel
{
    protected WeerbaarDb Db { get; } = db;

    protected Texts T { get; } = texts;

    public Actor Actor => Db.Actor;

    /// <summary>The day by which something is due or late.</summary>
    public DateOnly Day => Db.Day;

    /// <summary>Whether the reader may do this: everywhere, or on the page of an object, to that.</summary>
    public virtual bool May(Permission permission) => Db.Actor.May(permission);

    /// <summary>Whether the reader may add something that rests on this object, or that an organisation of theirs leads.</summary>
    public bool MayAddOn(Permission permission, string id) => Db.Actor.MayLead(permission) || Db.Actor.May(permission, Place.On(id));

    /// <summary>Does what the form asks and goes where it says, or shows the form again with what is wrong.</summary>
    /// <param name="act">The verb; answers with where to go next.</param>
    /// <param name="show">Loads what the page needs to be shown again.</param>
    /// <param name="twice">Where to go when the same form was posted before.</param>
    protected async Task<IActionResult> TryAsync(Func<Task<string>> act, Func<Task> show, string? twice = null)
    {
        try
        {
            if (ModelState.IsValid)
            {
                return Redirect(await act());
            }
        }
        catch (InvalidInput invalid)
        {
            invalid.Errors.ToList().ForEach(e => ModelState.AddModelError(FieldOf(e.Field), T[e.Key, e.Values]));
        }
        catch (BrokenRule rule)
        {
            ModelState.AddModelError("", T[rule.Key, rule.Values]);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", T["api.problem.changed.detail"]);
        }
        catch (AlreadyThere)
        {
            if (twice is not null)
            {
                TempData.Saved(T["site.twice"]);
                return Redirect(twice);
            }

            ModelState.AddModelError("", T["api.problem.changed.detail"]);
        }

        Db.ChangeTracker.Clear();
        await show();
        return Page();
    }

    /// <summary>A field of the request is a property of the page's Input.</summary>
    private static string FieldOf(string field) =>
        field.Length == 0 ? "" : $"Input.{char.ToUpperInvariant(field[0])}{field[1..]}";
}

/// <summary>Why a page was refused, in words for the error page.</summary>
public sealed record Refusal(string Why);

/// <summary>What is not there, or not allowed, gets its page.</summary>
internal sealed class PageProblems : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is InvalidInput { Errors: [var error, ..] })
        {
            context.HttpContext.RefuseOnPage(StatusCodes.Status400BadRequest, error.Field, error.Key, error.Values);
        }
        else if (context.Exception is BrokenRule rule)
        {
            context.HttpContext.RefuseOnPage(StatusCodes.Status409Conflict, "", rule.Key, rule.Values);
        }

        context.Result = context.Exception switch
        {
            NotThere => new NotFoundResult(),
            Forbidden => new StatusCodeResult(StatusCodes.Status403Forbidden),
            InvalidInput => new BadRequestResult(),
            BrokenRule => new ConflictResult(),
            _ => context.Result,
        };
    }
}

internal static class PageRefusals
{
    /// <summary>Ends the request with an error page that says what is wrong with which field.</summary>
    public static void RefuseOnPage(this HttpContext http, int status, string field, string key, params object?[] values)
    {
        var sentence = http.RequestServices.GetRequiredService<Texts>()[key, values];
        http.Features.Set(new Refusal(field.Length == 0 ? sentence : $"{field}: {sentence}"));
        http.Response.StatusCode = status;
    }
}
