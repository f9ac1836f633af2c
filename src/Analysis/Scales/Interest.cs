namespace Weerbaar.Analysis.Scales;

/// <summary>A vital interest that criteria measure the harm to.</summary>
public sealed record Interest(string Id, Words Name, Words? Meaning = null);
