using System.Globalization;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Reports.Document;

/// <summary>The look of a report: a sheet of paper on screen, A4 with running head and foot in print.</summary>
public static class ReportStyle
{
    private const string Own = """
        :root { color-scheme: light; --ink: #14202e; --quiet: #4c5c70; --line: #c9d1da; --act: #154e7a; --soft: #eef3f8; }
        * { box-sizing: border-box; }
        html { background: #e6eaef; }
        body { margin: 0; color: var(--ink); font: 1rem/1.55 "Noto Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif; }
        .report { background: #fff; max-inline-size: 60rem; margin: 1.5rem auto 3rem; padding: 3.5rem 4rem; box-shadow: 0 1px 4px rgb(16 39 61 / 20%); }
        .report h1, .report h2, .report h3, .report h4 { color: #0f3d61; line-height: 1.25; text-wrap: balance; break-after: avoid; overflow-wrap: break-word; }
        .report h1 { font-size: 2.25rem; margin: 0 0 1.5rem; }
        .report h2 { font-size: 1.6rem; margin: 3rem 0 1rem; padding-block-start: .75rem; border-block-start: 3px solid var(--act); }
        .report h3 { font-size: 1.2rem; margin: 2.25rem 0 .6rem; }
        .report h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
        .report .number { color: var(--act); font-variant-numeric: tabular-nums; margin-inline-end: .35em; }
        .report p { margin: 0 0 .75rem; max-inline-size: 44rem; text-wrap: pretty; overflow-wrap: break-word; }
        .report ul, .report ol { margin: 0 0 .9rem; padding-inline-start: 1.35rem; max-inline-size: 44rem; }
        .report li { margin-block-end: .25rem; overflow-wrap: break-word; }
        .report a { color: var(--act); text-underline-offset: 2px; }
        .report sup { line-height: 0; font-size: .72em; margin-inline-start: .15em; }
        .report sup a { text-decoration: none; padding: .35em .2em; }
        .report .label { color: #0f3d61; }
        .report .w-passage { background: transparent; color: inherit; border-block-end: 2px solid var(--ink); }
        .report .w-passage-mark { background: var(--ink); color: #fff; border-radius: 3px; padding: 0 .35em; font-weight: 600; white-space: nowrap; }
        .report .w-withheld { background: var(--line); border-radius: 3px; padding: 0 .35em; font-weight: 600; }
        .report .before-list { margin-block-end: .2rem; break-after: avoid; }
        .report dl { margin: 0 0 1.1rem; }
        .report dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; padding-block: .3rem; border-block-end: 1px solid var(--line); }
        .report dt { color: var(--quiet); }
        .report dd { margin: 0; overflow-wrap: anywhere; }
        .report .notice { border: 1px solid #b58100; border-inline-start-width: 5px; background: #fdf7e7; padding: .6rem .9rem; margin: 0 0 1rem; max-inline-size: 46rem; break-inside: avoid; }
        .report .marking { display: inline-block; border: 2px solid currentColor; padding: .15rem .7rem; font-weight: 700; letter-spacing: .04em; text-transform: uppercase; margin-block-end: 3rem; }
        .report .kind { font-size: 1.15rem; color: var(--quiet); margin: 0 0 .35rem; }
        .report .contents > ul { list-style: none; padding: 0; }
        .report .contents ul ul { list-style: none; padding-inline-start: 1.6rem; }
        .report .contents a { text-decoration: none; }
        .report .contents a:hover { text-decoration: underline; }
        .report figure { margin: 0 0 1.25rem; break-inside: avoid; }
        .report figcaption, .report caption { text-align: start; font-weight: 600; color: #0f3d61; padding-block: .35rem; break-after: avoid; }
        .report .scroll { margin: 0 0 1.5rem; }
        .report table { border-collapse: collapse; inline-size: 100%; font-size: .875rem; line-height: 1.4; }
        .report thead { display: table-header-group; }
        .report th, .report td { text-align: start; vertical-align: top; padding: .35rem .5rem; border-block-end: 1px solid var(--line); overflow-wrap: break-word; }
        .report thead th { background: var(--soft); border-block: 1px solid #8592a3; vertical-align: bottom; }
        .report tbody th { font-weight: 600; }
        .report .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .report tr { break-inside: avoid; }
        .report pre { background: var(--soft); padding: .6rem .8rem; overflow-x: auto; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .report .sources li { max-inline-size: 48rem; }
        .bar { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; background: #10273d; color: #fff; padding: .5rem 1rem; position: sticky; inset-block-start: 0; z-index: 1; }
        .bar a { color: #fff; padding: .55rem .25rem; text-underline-offset: 3px; }
        .bar a[aria-current] { font-weight: 700; text-decoration: none; }
        .bar ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; margin: 0; padding: 0; }
        .bar .end { margin-inline-start: auto; }
        .bar a:focus-visible, .report a:focus-visible, .report .scroll:focus-visible { outline: 3px solid #d97a00; outline-offset: 2px; }
        @media screen {
          .report .scroll { overflow-x: auto; }
          .report section, .report h2, .report h3, .report li { scroll-margin-block-start: 5rem; }
        }
        @media screen and (max-width: 48rem) {
          .report { margin: 0; padding: 1.25rem 1rem 2rem; }
          .report h1 { font-size: 1.7rem; }
          .report h2 { font-size: 1.35rem; }
          .report dl > div { grid-template-columns: 1fr; gap: 0; }
          .report tbody th:not(.n) { min-inline-size: 9rem; }
          .bar { position: static; }
          .bar .end { margin-inline-start: 0; }
        }
        @media print {
          html, body { background: #fff; }
          body { font-size: 10pt; line-height: 1.45; }
          .bar { display: none; }
          .report { max-inline-size: none; margin: 0; padding: 0; box-shadow: none; }
          .report p, .report ul, .report ol { max-inline-size: none; orphans: 3; widows: 3; }
          .report a { color: inherit; text-decoration: none; }
          .report sup a { color: var(--act); }
          .report h1 { font-size: 28pt; margin-block-end: 10mm; }
          .report h2 { font-size: 17pt; margin-block: 10mm 4mm; }
          .report h3 { font-size: 12.5pt; margin-block: 7mm 2mm; }
          .report h4 { font-size: 10.5pt; }
          .report table { font-size: 8.5pt; }
          .report .n { white-space: normal; }
          .report .cover { break-after: page; padding-block-start: 45mm; }
          .report .cover .marking { margin-block-end: 25mm; }
          .report .cover .kind { font-size: 14pt; }
          .report .summary > h2, .report .contents h2 { margin-block-start: 0; }
          .report .contents { break-before: page; break-after: page; }
          .report section.page { break-before: page; }
          .report section.page > h2:first-child { margin-block-start: 0; }
          .report section.wide { page: wide; break-before: page; break-after: page; }
          .report section.wide > h2 { margin-block: 0 3mm; padding-block-start: 2mm; }
          .report section.wide figure .drawing { block-size: 146mm; inline-size: auto; margin-inline: auto; }
          .report section.wide figure { margin: 0; break-after: page; }
          .report section:has(> section) > h2 + p { break-after: avoid; }
          .report dl > div, .report li { break-inside: avoid; }
          .report .contents li:has(> ul) { break-inside: auto; }
          .report .contents li:has(> ul) > a { break-after: avoid; }
          .report .contents ul { max-inline-size: none; margin-block-end: .4rem; }
          .report .contents ul ul { columns: 2; column-gap: 8mm; font-size: 9pt; line-height: 1.35; }
          .report .contents ul ul li { margin-block-end: .15rem; padding-inline-start: 2.2em; text-indent: -2.2em; }
          .report .marking, .report .notice, .report thead th, .report pre { print-color-adjust: exact; }
        }

        """;

    /// <summary>The style sheet of every report, drawings included.</summary>
    public static string Sheet { get; } = Own + StyleSheet.ForPages;

    /// <summary>Paper, and what runs along head and foot of every page: what it is, how it is marked, which page it is.</summary>
    public static string Pages(string title, string marking, Texts words) => $$"""
        @page {
          size: A4; margin: 24mm 20mm 20mm;
          @top-left { content: "{{Literal(title)}}"; {{Small}} }
          @top-right { content: "{{Literal(marking)}}"; {{Small}} font-weight: 700; text-transform: uppercase; }
          @bottom-left { content: "Weerbaar"; {{Small}} }
          @bottom-center { content: "{{Literal(marking)}}"; {{Small}} font-weight: 700; text-transform: uppercase; }
          @bottom-right { content: "{{Literal(words["reports.page"])}} " counter(page) " {{Literal(words["reports.page.of"])}} " counter(pages); {{Small}} }
        }
        @page wide { size: A4 landscape; margin: 20mm 18mm 18mm; }

        """;

    private const string Small = "font: 8pt \"Noto Sans\", \"Segoe UI\", \"Liberation Sans\", Arial, sans-serif; color: #4c5c70;";

    /// <summary>Any words inside a CSS string: every letter that could end it is written as its number.</summary>
    private static string Literal(string words) => string.Concat(words.EnumerateRunes().Select(rune =>
        rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value)
            ? rune.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}")));
}
