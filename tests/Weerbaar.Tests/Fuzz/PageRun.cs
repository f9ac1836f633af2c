using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Asks for pages at wrong addresses, and posts their forms with fields changed, left out or doubled.</summary>
/// <param name="garbage">Where the wrong values come from.</param>
/// <param name="client">Somebody who may do everything.</param>
/// <param name="routes">The patterns of the pages, as <c>/threats/{id}</c>.</param>
/// <param name="ids">Ids of objects that are there.</param>
internal sealed class PageRun(Garbage garbage, HttpClient client, IReadOnlyList<string> routes, IReadOnlyList<string> ids)
{
    private const int EnoughFaults = 10;
    private static readonly string[] names = ["q", "kind", "status", "state", "page", "sort", "from", "to", "with", "by", "weights", "samples", "seed", "id", "handler", "lead", "view", "marking", "lang", "returnUrl"];

    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    /// <summary>The pages at their right addresses that hold a form, of those that change neither password nor person.</summary>
    public async Task<IReadOnlyList<string>> FormsAsync()
    {
        var forms = new List<string>();
        foreach (var address in routes.SelectMany(Addresses).Distinct())
        {
            using var answer = await client.GetAsync(address);
            await NoteAsync($"GET {address}", answer);
            if (answer.IsSuccessStatusCode && Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("main form[method=post]") is not null)
            {
                forms.Add(address);
            }
        }

        return forms;
    }

    public async Task AskAsync(IReadOnlyList<string> forms, int requests)
    {
        for (var number = 0; number < requests && faults.Count < EnoughFaults; number++)
        {
            await (garbage.Chance(3) ? GetAsync(garbage.Choose(routes)) : PostAsync(garbage.Choose(forms)));
        }
    }

    private async Task GetAsync(string route)
    {
        var path = string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? Part() : part));
        var address = $"{path}?{string.Join('&', names.Where(_ => garbage.Chance(6)).Select(n => $"{n}={Escaped(garbage.Chance(2) ? garbage.Number() : garbage.Word())}"))}";
        using var answer = await client.GetAsync(address);
        await NoteAsync($"GET {address}", answer);
    }

    private async Task PostAsync(string address)
    {
        var page = Parse(await client.GetStringAsync(address));
        var form = garbage.Choose(page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().DefaultIfEmpty().ToList());
        if (form is null)
        {
            return;
        }

        var fields = form.QuerySelectorAll("[name]").Where(e => e is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
            .SelectMany(e => Changed(e.GetAttribute("name")!, ValueOf(e))).ToList();
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, content);
        await NoteAsync($"POST {address} {string.Join('&', fields.Select(f => $"{f.Key}={f.Value[..Math.Min(40, f.Value.Length)]}"))}", answer);
    }

    private IEnumerable<KeyValuePair<string, string>> Changed(string name, string value)
    {
        if (name == "__RequestVerificationToken")
        {
            return [KeyValuePair.Create(name, value)];
        }

        var sent = KeyValuePair.Create(name, garbage.Chance(5) ? garbage.Word() : value.Length == 0 && garbage.Chance(2) ? "A" : value);
        return garbage.Chance(15) ? [] : garbage.Chance(20) ? [sent, KeyValuePair.Create(name, garbage.Word())] : [sent];
    }

    private async Task NoteAsync(string asked, HttpResponseMessage answer)
    {
        if (await Answers.PageFaultAsync(answer) is { } fault)
        {
            faults.Add($"{asked}\n  {fault}");
        }
    }

    private IEnumerable<string> Addresses(string route) => route.Contains('{', StringComparison.Ordinal)
        ? ids.Select(id => string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? id : part)))
        : [route];

    private string Part() => Escaped(garbage.Chance(3) ? garbage.Word() : garbage.Choose(ids)) is var part && part.Length is 0 or > 2000 || part.Contains("%00", StringComparison.Ordinal) ? "x" : part;

    private static string Escaped(string word) => Uri.EscapeDataString(string.Concat(word.EnumerateRunes()))[..^0] is { Length: < 2000 } escaped ? escaped : "x";

    private static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };
}
