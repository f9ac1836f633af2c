using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>The document and the place in it that a statement or figure comes from.</summary>
public sealed record Citation(Text Document, Text Paragraph, string Address = "")
{
    public static Citation None { get; } = new(Text.Empty, Text.Empty);

    public bool IsNone => Document.IsEmpty && Paragraph.IsEmpty && Address.Length == 0;
}
