using System.Globalization;

namespace Weerbaar.Platform.Health;

/// <summary>
/// Whom to tell of a weakness in this installation (RFC 9116), where the installation says so in
/// <c>Weerbaar:SecurityContact</c>: an address such as <c>mailto:…</c> or <c>https://…</c>. Without it there is no such page.
/// </summary>
internal static class SecurityTxt
{
    private static readonly TimeSpan goodFor = TimeSpan.FromDays(180);

    public static void Map(WebApplication app) =>
        app.MapGet("/.well-known/security.txt", (IConfiguration configuration, TimeProvider clock) => Contact(configuration) is { } contact
                ? TypedResults.Text(Text(contact, clock.GetUtcNow()))
                : Results.NotFound())
            .AllowAnonymous().ExcludeFromDescription();

    private static string? Contact(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Weerbaar:SecurityContact"], UriKind.Absolute, out var contact) && contact.Scheme is ("mailto" or "https" or "tel")
            ? contact.AbsoluteUri
            : null;

    private static string Text(string contact, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"Contact: {contact}\nExpires: {(now + goodFor).UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: nl, en\n");
}
