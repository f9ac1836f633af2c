using System.Globalization;
using System.Text;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Speed;

namespace Weerbaar.Tests.Architecture;

/// <summary>Which role is answered by which page, as it is when each asks for it, about one of everything there is.</summary>
internal static class PageMatrix
{
    /// <summary>Those that print, and those that are for who has not signed in.</summary>
    private static readonly string[] leftOut = ["/sign-", "/signed-out", "/error", "/pdf"];

    public static async Task<string> OfAsync(TestSite site)
    {
        using var administrator = await site.SignInAsync(Role.Administrator);
        var ids = await Grown.MakeAsync(administrator, 2);
        var person = (await administrator.GetJsonAsync("/me")).Text("id");
        var roles = Enum.GetValues<Role>().Where(r => r != Role.ApiClient).ToList();
        var clients = new List<HttpClient>();
        foreach (var role in roles)
        {
            clients.Add(await site.SignInAsync(role, Marking.DepartmentalConfidential));
        }

        var text = new StringBuilder("\n## Pages\n\nWhich role a page answers, asked by somebody cleared for everything about one object of every kind and about somebody else. What a role may\nnot do to an object is not offered on the page; whoever sends the form all the same is refused as by the route above.\n\n| Page | ");
        text.AppendJoin(" | ", roles).Append(" |\n| --- |").Append(string.Concat(roles.Select(_ => " --- |"))).Append('\n');
        foreach (var page in Routes.Pages(site).Where(p => !leftOut.Any(l => p.Contains(l, StringComparison.Ordinal))).Order(StringComparer.Ordinal))
        {
            var addresses = Routes.Fill(page, n => Routes.Values(page, n, ids, person)).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| `{page}` |");
            foreach (var client in clients)
            {
                text.Append(await AnswersAsync(client, addresses) ? " yes |" : " – |");
            }

            text.Append('\n');
        }

        clients.ForEach(c => c.Dispose());
        return text.ToString();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            if (answer.IsSuccessStatusCode)
            {
                return true;
            }
        }

        return false;
    }
}
