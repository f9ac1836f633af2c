namespace Weerbaar.Platform.Drawing;

/// <summary>A drawing with its table twin under it; the model of the partial <c>_Figure</c>. The id is unique on its page.</summary>
public sealed record Figure(string Id, Func<DrawingOptions, string> Draw, TableTwin Table);
