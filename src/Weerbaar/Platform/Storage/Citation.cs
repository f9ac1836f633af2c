using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>The document and the place in it that a statement or figure comes from.</summary>
/// <param name="Address">Where the document can be found: its number in the parliamentary papers, or its address on the web.</param>
public sealed record Citation(Text Document, Text Paragraph, string Address = "")
{
    public static Citation None { get; } = new(Text.Empty, Text.Empty);

    public bool IsNone => Document.IsEmpty && Paragraph.IsEmpty && Address.Length == 0;
}
