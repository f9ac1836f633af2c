using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Editions;

/// <summary>A method edition with the file it came from and the hash of that file's content, which a result is stored with.</summary>
public sealed record LoadedEdition(MethodEdition Edition, string File, string Sha256);
