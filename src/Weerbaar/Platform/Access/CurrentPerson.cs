using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>From cookie to actor: the person is read anew at every request, so a change of role or a block holds at once.</summary>
internal static class CurrentPerson
{
    public const string IdClaim = "person";
    public const string StampClaim = "stamp";

    public static async Task SignInAsync(HttpContext http, Person person)
    {
        var claims = new ClaimsIdentity(
            [new Claim(IdClaim, person.Id), new Claim(StampClaim, person.Stamp)],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(claims), new AuthenticationProperties { IsPersistent = false });
    }

    public static async Task RecogniseAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var id = context.Principal?.FindFirstValue(IdClaim);
        var person = await services.GetRequiredService<WeerbaarDb>().Set<Person>().AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id, context.HttpContext.RequestAborted);
        if (person is null || person.Disabled || person.Stamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            return;
        }

        services.GetRequiredService<CurrentActor>().Actor = person.ToActor();
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaims(
            [new Claim("name", person.Name), new Claim("role", person.Role.ToString())]);
    }
}
