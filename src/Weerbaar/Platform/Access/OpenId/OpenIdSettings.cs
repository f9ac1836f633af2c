using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>How people sign in with the account they have at their organisation (OpenID Connect), as read from a file by <see cref="ReadOpenId"/>.</summary>
public sealed record OpenIdSettings
{
    /// <summary>Compared letter by letter with what the issuer says of itself.</summary>
    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    /// <summary>From the environment or a file of its own; null for a client that has none and rests on PKCE alone.</summary>
    public string? ClientSecret { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>What the button on the sign-in page says.</summary>
    public Text Button { get; init; } = new("Aanmelden met uw organisatieaccount", "Sign in with your organisation’s account");

    /// <summary>Hosts besides the issuer's own that its addresses may be on.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string NameClaim { get; init; } = "name";

    public string EmailClaim { get; init; } = "email";

    /// <summary>Whether a person who was added, and has no way of signing in yet, is known by a verified e-mail address the first time.</summary>
    public bool LinkByEmail { get; init; }

    /// <summary>Whether addresses count as verified where the issuer does not say so; never where it says they are not.</summary>
    public bool EmailsAreVerified { get; init; }

    /// <summary>The administrators who may still sign in without the issuer; null when everybody may.</summary>
    public IReadOnlyList<string>? OnlyLocalAccounts { get; init; }

    public IReadOnlyList<ClaimRule> Rules { get; init; } = [];

    /// <summary>How long the issuer may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public Uri IssuerAddress => new(Issuer);

    /// <summary>Whether somebody may sign in with a link, passkey or password.</summary>
    public bool MaySignInLocally(Person person, bool isAdministrator) => OnlyLocalAccounts is null
        || (isAdministrator && OnlyLocalAccounts.Contains(person.Email, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether an address is one of the issuer's: on its hosts, and over TLS unless the issuer itself is on this machine.</summary>
    public bool IsOfIssuer(Uri address) => address.IsAbsoluteUri && address.UserInfo.Length == 0 && IsSafe(address)
        && (address.Authority == IssuerAddress.Authority || (Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase) && address.IsDefaultPort));

    public static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
