namespace Weerbaar.Platform.Printing;

/// <summary>A style sheet, picture or font that a printed page may load, kept in memory under its path (<c>/web/report.css</c>).</summary>
public sealed record PrintResource(string MediaType, ReadOnlyMemory<byte> Content);
