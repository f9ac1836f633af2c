using Microsoft.AspNetCore.Mvc.Razor;

namespace Weerbaar.Platform.Thread;

/// <summary>What joins the steps: kinds, links, markings of objects, search.</summary>
public static class Thread
{
    public static void AddThread(this IServiceCollection services)
    {
        services.AddSingleton<ObjectKinds>().AddScoped<ObjectHistory>();
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Platform/Thread/Pages/{0}.cshtml");
            options.PageViewLocationFormats.Add("/Platform/Drawing/Pages/{0}.cshtml");
        });
    }

    public static void MapThread(this RouteGroupBuilder api)
    {
        GetThread.Map(api);
        GetMarking.Map(api);
        MarkObject.Map(api);
        ObjectHistory.Map(api);
        SearchObjects.Map(api);
    }
}
