using System.Security.Cryptography.X509Certificates;

namespace Weerbaar.Platform;

/// <summary>What the program shows to browsers when it serves over TLS itself.</summary>
/// <param name="Leaf">Its own certificate, with the key.</param>
/// <param name="Intermediates">The certificates between that and a root, which are sent along: a browser that does not know them would not trust the first.</param>
public sealed record ServedCertificate(X509Certificate2 Leaf, X509Certificate2Collection Intermediates);
