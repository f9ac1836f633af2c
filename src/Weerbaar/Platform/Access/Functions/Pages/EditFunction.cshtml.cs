using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions.Pages;

/// <summary>A function of a person, or a new one where its id is <c>new</c>.</summary>
public sealed class EditFunctionModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations, Ids ids, TimeProvider clock) : StepPage(db, texts)
{
    private const string newId = "new";

    [BindProperty]
    public FunctionForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string FunctionId { get; set; } = "";

    public bool IsNew => FunctionId == newId;

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = IsNew ? new FunctionForm { From = clock.Today() } : Of(await FunctionAsync(ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            await (IsNew ? AddAsync(ct) : EditAsync(ct));
            TempData.Saved(T["site.saved"], $"function-{Id}-{FunctionId}");
            return $"/people/{Id}";
        },
        () => ShowAsync(ct));

    private Task AddAsync(CancellationToken ct)
    {
        var request = new AddFunction.Request
        {
            PersonId = Id,
            Organisation = Input.Organisation ?? "",
            Name = Input.Name ?? "",
            From = Input.From,
            Until = Input.Until,
        };
        return AddFunction.HandleAsync(ids.Next(), request, Db, organisations, ct);
    }

    private async Task EditAsync(CancellationToken ct)
    {
        var request = new EditFunction.Request { Organisation = Input.Organisation ?? "", Name = Input.Name ?? "", From = Input.From, Until = Input.Until };
        await EditFunction.HandleAsync((await FunctionAsync(ct)).Id, Input.Version, request, Db, organisations, ct);
    }

    private async Task<PersonFunction> FunctionAsync(CancellationToken ct)
    {
        var function = await Db.GetAsync<PersonFunction>(FunctionId, ct);
        return function.PersonId == Id ? function : throw new NotThere("function", FunctionId);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        Name = (await Db.GetAsync<Person>(Id, ct)).Name;
    }

    private static FunctionForm Of(PersonFunction function) => new()
    {
        Version = function.Version,
        Organisation = function.Organisation,
        Name = function.Name,
        From = function.From,
        Until = function.Until,
    };
}
