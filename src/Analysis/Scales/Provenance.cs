namespace Weerbaar.Analysis.Scales;

/// <summary>Where a table comes from and whether it was checked against that publication.</summary>
/// <param name="Verified">False: entered from memory or derived; the reader is told so wherever a result rests on it.</param>
/// <param name="Date">The day it was checked, or entered when it was not checked.</param>
public sealed record Provenance(Source Source, bool Verified, DateOnly Date, Words? Note = null);
