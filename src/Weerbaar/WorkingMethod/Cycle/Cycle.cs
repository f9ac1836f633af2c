using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>The working method as a cycle: what it delivers and when, and where it stands.</summary>
public static class Cycle
{
    public static void AddCycle(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("home", "cycle.home.title", "/", "home", 0, NavigationGroup.WorkingMethod));
        services.AddSingleton(new NavigationEntry("products", "kind.product.plural", "/products", "calendar", 100, NavigationGroup.Beside));
        services.AddSingleton<FindHomeTasks>(CycleTasks.ProductsAsync);
        services.AddSingleton<FindHomeTasks>(CycleTasks.RoundsAsync);
        services.AddSingleton<KnownTasks>();
        services.AddScoped<HomeTasks>();
        services.AddSingleton<ReadFrameStatus>(WhereWeAre.ReadAsync);
        services.AddSingleton<ObjectKind>(new ObjectKind<Product>("product", "products", Layer: 0)
        {
            ChangedBy = [Permission.PlanCycle],
            States = ObjectKind.Each<Product>((product, today, texts) => product.StateOn(today).Badge(texts)),
        });
        services.AddSingleton(s => new LoadProducts(s.GetRequiredService<OrganisationCatalogue>()).Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<Product>("products",
        [
            ("id", p => p.Id),
            ("kind", p => p.ProductKind),
            ("title_nl", p => p.Title.Nl),
            ("title_en", p => p.Title.En),
            ("due", p => p.Due),
            ("due_note_nl", p => p.DueNote.Nl),
            ("due_note_en", p => p.DueNote.En),
            ("delivered", p => p.Delivered),
            ("cadence_nl", p => p.Cadence.Nl),
            ("cadence_en", p => p.Cadence.En),
            ("lead", p => p.Lead),
            ("rests_on", p => p.RestsOn),
            ("marking", p => p.Marking),
            ("invented", p => p.Invented),
        ]));
    }

    public static void MapCycle(this RouteGroupBuilder api)
    {
        ListProducts.Map(api);
        GetProduct.Map(api);
        PlanProduct.Map(api);
        ChangeProduct.Map(api);
        DeliverProduct.Map(api);
    }
}
