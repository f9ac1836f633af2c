namespace Weerbaar.Platform.Drawing;

/// <summary>The room there is: a desk (drawn about 960 wide) or a phone (360 wide, one column).</summary>
public enum DrawingLayout
{
    Wide,
    Narrow,
}

/// <summary>Inside a page (links, colours from the style sheet) or as a file of its own (colours inside, nothing to click).</summary>
public enum DrawingUse
{
    Page,
    File,
}

/// <summary>How a drawing is to be made. The id starts every id inside the drawing, so it must be unique on its page.</summary>
public sealed record DrawingOptions
{
    public DrawingOptions(string id, DrawingLayout layout = DrawingLayout.Wide, DrawingUse use = DrawingUse.Page)
    {
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"'{id}' is no usable id: begin with a letter, then letters, digits and hyphens.", nameof(id));
        }

        (Id, Layout, Use) = (id, layout, use);
    }

    public string Id { get; }

    public DrawingLayout Layout { get; }

    public DrawingUse Use { get; }

    public bool IsNarrow => Layout == DrawingLayout.Narrow;

    public bool IsFile => Use == DrawingUse.File;
}
