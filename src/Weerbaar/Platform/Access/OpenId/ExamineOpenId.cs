using Weerbaar.Platform.Health;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>The issuer: does it answer, as itself, with keys we can use?</summary>
internal static class ExamineOpenId
{
    public static async Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetRequiredService<ServerSettings>().OpenId is not { } settings)
        {
            return [];
        }

        try
        {
            var document = await services.GetRequiredService<Issuer>().DocumentAsync(ct);
            return document.SigningKeys.Count > 0
                ? [Finding.Good("issuer", $"{settings.Issuer} answers, with {document.SigningKeys.Count} keys")]
                : [Finding.Bad("issuer", $"{settings.Issuer} has no key to sign with that can be used here", "Let it sign with RS256, PS256 or ES256, with RSA keys of 2048 bits or more.")];
        }
        catch (IssuerTrouble trouble)
        {
            return [Finding.Bad("issuer", trouble.Message, "Nobody can sign in with their organisation's account until it answers. Check the address, the network and the certificate.")];
        }
    }
}
