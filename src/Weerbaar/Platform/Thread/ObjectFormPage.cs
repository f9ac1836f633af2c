using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>A page that adds or changes an object: the form, who may, and the objects of some kinds that it may rest on.</summary>
public abstract class ObjectFormPage<TForm>(WeerbaarDb db, Texts texts, Permission needed, params string[] kinds) : StepPage(db, texts)
    where TForm : class, new()
{
    [BindProperty]
    public TForm Input { get; set; } = new();

    protected IReadOnlyList<ChoiceGroup> Objects { get; private set; } = [];

    /// <summary>Saves what the form says and goes to the object, also when the same form was posted before; or shows the form again with what is wrong.</summary>
    /// <param name="address">Where the object is shown.</param>
    /// <param name="draft">The name under which the browser keeps what is typed.</param>
    /// <param name="save">The verb.</param>
    /// <param name="ct">Stops before anything is saved.</param>
    protected Task<IActionResult> SaveAsync(string address, string draft, Func<Task> save, CancellationToken ct) => TryAsync(
        async () =>
        {
            await save();
            TempData.Saved(T["site.saved"], draft);
            return address;
        },
        () => ShowAsync(ct),
        twice: address);

    /// <summary>Refuses who may not do this to anything, and reads what there is to choose.</summary>
    protected virtual async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(needed);
        Objects = kinds.Length == 0 ? [] : await ObjectChoices.OfAsync(Db, T, ct, kinds);
    }
}
