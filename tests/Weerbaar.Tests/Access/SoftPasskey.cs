using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Access;

/// <summary>A passkey in software: makes and signs what a device would (WebAuthn level 3, ES256, no attestation).</summary>
internal sealed class SoftPasskey : IDisposable
{
    private const byte present = 0x01;
    private const byte verified = 0x04;
    private const byte withCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string userHandle = "";
    private uint count;

    /// <summary>What the browser says the page's origin is.</summary>
    public required string Origin { get; set; }

    /// <summary>Whether the device checked who holds it.</summary>
    public bool ChecksUser { get; set; } = true;

    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        userHandle = asked["user"]!["id"]!.GetValue<string>();
        var client = ClientData("webauthn.create", asked["challenge"]!.GetValue<string>());
        var data = AuthenticatorData(asked["rp"]!["id"]!.GetValue<string>(), [.. new byte[16], 0, 32, .. id, .. CoseKey()]);
        return Answer(client, new JsonObject { ["attestationObject"] = Base64Url.EncodeToString(Attestation(data)), ["transports"] = new JsonArray() });
    }

    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var client = ClientData("webauthn.get", asked["challenge"]!.GetValue<string>());
        var data = AuthenticatorData(asked["rpId"]!.GetValue<string>(), []);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(client, new JsonObject
        {
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(signature),
            ["userHandle"] = userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] ClientData(string type, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge, origin = Origin, crossOrigin = false });

    private byte[] AuthenticatorData(string relyingParty, byte[] credential)
    {
        var flags = present | (ChecksUser ? verified : 0) | (credential.Length > 0 ? withCredential : 0);
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        return [.. SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(relyingParty)), (byte)flags, .. counter, .. credential];
    }

    /// <summary>{1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in CBOR.</summary>
    private byte[] CoseKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    /// <summary>{"fmt": "none", "attStmt": {}, "authData": data} in CBOR.</summary>
    private static byte[] Attestation(byte[] data) =>
        [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];

    private string Answer(byte[] client, JsonObject response)
    {
        response["clientDataJSON"] = Base64Url.EncodeToString(client);
        return new JsonObject
        {
            ["id"] = Base64Url.EncodeToString(id),
            ["rawId"] = Base64Url.EncodeToString(id),
            ["type"] = "public-key",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();
    }
}
