namespace Weerbaar.Platform.Printing;

/// <summary>Printing to PDF and PNG.</summary>
public static class Printing
{
    public static IServiceCollection AddPrinting(this IServiceCollection services) =>
        services.AddSingleton(given => new Chromium(ChromiumOptions.From(given.GetRequiredService<IConfiguration>())));
}
