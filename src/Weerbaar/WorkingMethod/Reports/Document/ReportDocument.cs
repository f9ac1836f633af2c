using System.Text.Json.Serialization;
using Weerbaar.Platform.Access;

namespace Weerbaar.WorkingMethod.Reports.Document;

/// <summary>A report apart from how it looks: what HTML, PDF and the API are all made from.</summary>
public sealed record ReportDocument
{
    /// <summary>What kind of report it is, above the title.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The language of the report, <c>nl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The edition: nothing in the report is marked higher.</summary>
    public required Marking Marking { get; init; }

    /// <summary>The marking in words, as it stands on every page.</summary>
    public required string MarkingWords { get; init; }

    /// <summary>Whom it is for; null when it is for nobody in particular.</summary>
    public ReportFact? Recipient { get; init; }

    public required IReadOnlyList<ReportFact> Cover { get; init; }

    public required IReadOnlyList<ReportNotice> Notices { get; init; }

    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>What the report rests on, in the order of first mention; a text names them by number, from 1.</summary>
    public required IReadOnlyList<ReportText> Sources { get; init; }
}

/// <summary>A part with a heading. The id is unique in the report; a wide part stands on a page on its side.</summary>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>The language of the title where it isn't that of the report.</summary>
    public string? Language { get; init; }

    public bool IsWide { get; init; }

    /// <summary>Begins on a page of its own.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>Stands between cover and contents, for who reads nothing else.</summary>
    public bool BeforeContents { get; init; }

    public IReadOnlyList<ReportSection> Sections { get; init; } = [];
}

/// <summary>Words, the language they are in where it isn't that of the report, and the numbers of their sources.</summary>
public sealed record ReportText(string Words, string? Language = null)
{
    public IReadOnlyList<int> Sources { get; init; } = [];

    /// <summary>The part of this report the words lead to.</summary>
    public string? LeadsTo { get; init; }

    public static implicit operator ReportText(string words) => new(words);
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReportParagraph), "paragraph")]
[JsonDerivedType(typeof(ReportNotice), "notice")]
[JsonDerivedType(typeof(ReportFacts), "facts")]
[JsonDerivedType(typeof(ReportList), "list")]
[JsonDerivedType(typeof(ReportTable), "table")]
[JsonDerivedType(typeof(ReportFigure), "figure")]
[JsonDerivedType(typeof(ReportCode), "code")]
public abstract record ReportBlock;

/// <summary>A paragraph, with a small heading in it where it has one.</summary>
public sealed record ReportParagraph(ReportText Text, string? Label = null) : ReportBlock;

/// <summary>How the report, or what follows, is to be read.</summary>
public sealed record ReportNotice(string Heading, ReportText Text) : ReportBlock;

public sealed record ReportFact(string Term, ReportText Value);

public sealed record ReportFacts(IReadOnlyList<ReportFact> Facts) : ReportBlock;

public sealed record ReportList(IReadOnlyList<ReportText> Items, string? Label = null) : ReportBlock;

/// <summary>Something to type or compare to the letter.</summary>
public sealed record ReportCode(string Text) : ReportBlock;

public sealed record ReportColumn(string Name, bool IsNumber = false);

/// <summary>A table; the first cell of a row names the row.</summary>
public sealed record ReportTable(string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportText>> Rows) : ReportBlock;

/// <summary>A drawing with the same figures as a table.</summary>
public sealed record ReportFigure(string Caption, string Svg, ReportTable Table) : ReportBlock;
