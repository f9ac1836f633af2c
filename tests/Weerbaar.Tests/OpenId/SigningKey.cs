using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Weerbaar.Tests.OpenId;

/// <summary>A key of the test issuer, and tokens signed with it byte by byte, so that they can also be wrong.</summary>
internal sealed class SigningKey(string id, string algorithm = "RS256")
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id => id;

    public string Algorithm => algorithm;

    public byte[] PublicBytes => Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());

    /// <summary>As the issuer publishes it (RFC 7517).</summary>
    public Dictionary<string, string> Published => algorithm[0] == 'E' ? OnCurve() : new()
    {
        ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id,
        ["n"] = Text(rsa.ExportParameters(false).Modulus!), ["e"] = Text(rsa.ExportParameters(false).Exponent!),
    };

    public string Sign(IReadOnlyDictionary<string, object?> claims, string? type = "JWT", string? keyId = null) =>
        Sign(new Dictionary<string, object?> { ["alg"] = algorithm, ["kid"] = keyId ?? id, ["typ"] = type }, claims);

    public string Sign(Dictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims) => Join(header, claims, SignatureOf);

    /// <summary>Whatever the header says, with whatever signature.</summary>
    public static string Join(Dictionary<string, object?> header, IReadOnlyDictionary<string, object?> claims, Func<byte[], byte[]> signature)
    {
        var signed = $"{Part(header)}.{Part(claims)}";
        return $"{signed}.{Text(signature(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] SignatureOf(byte[] signed) => algorithm switch
    {
        "ES256" => curve.SignData(signed, HashAlgorithmName.SHA256),
        "PS256" => rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => rsa.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private Dictionary<string, string> OnCurve()
    {
        var point = curve.ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["use"] = "sig", ["kid"] = id, ["crv"] = "P-256", ["x"] = Text(point.X!), ["y"] = Text(point.Y!) };
    }

    private static string Part(object content) => Text(JsonSerializer.SerializeToUtf8Bytes(content));
}
