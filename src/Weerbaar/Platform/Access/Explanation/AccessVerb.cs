using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary><c>weerbaar access</c>: what a person may see and do, or who may see and change an object, and why.</summary>
internal static class AccessVerb
{
    public static Command Verb()
    {
        var about = new Argument<string>("about") { Description = "The e-mail address of a person, or the id of an object" };
        var verb = new Command("access", "Say who can see and do what, and why.\nExample: weerbaar access name@example.org --data ~/weerbaar\nExample: weerbaar access nl-2012.risk-assessment --data ~/weerbaar")
        {
            about, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => OpenDatabase.ExistingAsync(DataOptions.Settings(parsed), async (db, services) =>
        {
            foreach (var line in await LinesAsync(parsed.GetValue(about)!, db, services, ct))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(PlainText.Shown(line));
            }

            return 0;
        }, ct));
        return verb;
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(string about, WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var texts = services.GetRequiredService<Texts>();
        if (await db.Objects.AnyAsync(o => o.Id == about, ct))
        {
            var view = await services.GetRequiredService<ExplainObject>().HandleAsync(about, ct);
            return [$"{view.Kind} {view.Id}, {texts.Of(view.Marking)}", .. view.People.SelectMany(p => Lines(p, texts))];
        }

        var address = Person.AddressOf(about);
        var id = await db.Set<Person>().Where(p => p.Email == address || p.Id == about).Select(p => p.Id).FirstOrDefaultAsync(ct)
            ?? throw new BadUse($"There is no person and no object '{about}'. Give the e-mail address of a person, or the id of an object.");
        var person = await services.GetRequiredService<ExplainPerson>().HandleAsync(id, ct);
        return
        [
            $"{person.Name}: {person.Sees}",
            .. person.Opened.Select(o => $"  {texts["access.explain.opened"]}: {o.Title}, {texts["access.explain.opened-until", Moments.Words(o.Until)]}"),
            .. person.Programs.Select(p => $"  {p.Name}: {texts["access.explain.program-sees", texts.Of(p.Clearance), Moments.Words(p.Until)]}"),
            .. Grounds(person.Reasons, texts).Select(line => "  " + line),
        ];
    }

    private static IEnumerable<string> Lines(ExplainObject.Row row, Texts texts) =>
        Grounds(row.May, texts).Select(line => "    " + line).Prepend($"  {row.Name}: {row.Why}");

    private static IEnumerable<string> Grounds(IEnumerable<AccessReason> reasons, Texts texts) =>
        reasons.GroupBy(r => r.Permission).Select(p => $"{texts.Of(p.Key)}: {string.Join("; ", p.Select(r => r.Why))}");
}
