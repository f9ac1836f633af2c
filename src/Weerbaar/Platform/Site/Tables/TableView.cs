using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Weerbaar.Platform.Site.Tables;

public enum ColumnKind
{
    Title,
    Text,
    Number,
    Date,
}

/// <summary>A column as drawn. <see cref="SortHref"/> null means it can't be sorted by.</summary>
public sealed record ColumnView(string Key, string Header, string? Unit, ColumnKind Kind, string? SortHref, string? Sorted, bool Shown);

public sealed record FilterView(string Name, string Label, IReadOnlyList<SelectListItem> Options);

public sealed record PageLink(string Text, string Href, bool Current);

/// <summary>What to show when there is nothing at all yet.</summary>
public sealed record EmptyView(string Heading, string Text, string? Action, string? Href);

/// <summary>A table ready to draw: the model of the partial <c>_Table</c>.</summary>
public sealed record TableView
{
    public required string Name { get; init; }

    public required string Prefix { get; init; }

    public required string Caption { get; init; }

    public required IReadOnlyList<ColumnView> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<IHtmlContent>> Rows { get; init; }

    public required IReadOnlyList<FilterView> Filters { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; }

    public required IReadOnlyList<PageLink> Pages { get; init; }

    public required string Search { get; init; }

    public required string CsvHref { get; init; }

    public required string ClearHref { get; init; }

    public required int Total { get; init; }

    public required int Found { get; init; }

    public required int First { get; init; }

    public required bool Narrowed { get; init; }

    public EmptyView? Empty { get; init; }

    public IEnumerable<ColumnView> Shown => Columns.Where(c => c.Shown);
}
