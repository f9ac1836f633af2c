using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// The style of all drawings, once. <see cref="ForPages"/> is the content of <c>diagram.css</c> (a test keeps them equal);
/// <see cref="ForFile"/> goes inside a drawing that leaves the page, where variables and dark mode do not exist.
/// </summary>
public static partial class StyleSheet
{
    private const string Rules = """
        .drawing text { fill: var(--d-ink); font-size: 13px; }
        .drawing .d-paper { fill: var(--d-paper); }
        .drawing .d-ground { fill: var(--d-ground); }
        .drawing .d-title { font-size: 19px; font-weight: 700; }
        .drawing .d-heading { font-weight: 700; }
        .drawing .d-strong { font-weight: 700; }
        .drawing .d-big { font-size: 22px; font-weight: 700; }
        .drawing .d-muted { fill: var(--d-muted); }
        .drawing .d-small { font-size: 12px; fill: var(--d-muted); }
        .drawing .d-number { font-variant-numeric: tabular-nums; }
        .drawing .d-grid { stroke: var(--d-grid); stroke-width: 1; fill: none; }
        .drawing .d-rule { stroke: var(--d-rule); stroke-width: 1.25; fill: none; }
        .drawing .d-thin { stroke: var(--d-rule); stroke-width: 1; fill: none; }
        .drawing .d-hit { fill: transparent; stroke: none; }
        .drawing .d-halo { paint-order: stroke; stroke: var(--d-ground); stroke-width: 4px; stroke-linejoin: round; }
        .drawing .d-label { font-size: 13px; font-weight: 700; }
        .drawing .d-name { font-weight: 400; }
        .drawing .d-ink { fill: var(--d-ink); }
        .drawing .d-accent { fill: var(--d-accent); }
        .drawing .d-card { fill: var(--d-card); stroke: var(--d-rule); stroke-width: 1; }
        .drawing .d-card-current { fill: var(--d-accent); stroke: var(--d-accent); stroke-width: 1.5; }
        .drawing .d-card-here { stroke: var(--d-accent); stroke-width: 2.25; }
        .drawing .d-centre { font-size: 17px; font-weight: 700; }
        .drawing .d-readout-title { font-size: 15px; }
        .drawing .d-card-more { fill: var(--d-ground); stroke: var(--d-rule); stroke-dasharray: 4 3; }
        .drawing .d-on-accent { fill: var(--d-accent-ink); }
        .drawing .d-soft { fill: var(--d-accent-soft); }
        .drawing .d-edge { fill: none; stroke: var(--d-rule); stroke-width: 1.25; }
        .drawing .d-edge-current { fill: none; stroke: var(--d-accent); stroke-width: 2.25; }
        .drawing .d-arrow { fill: var(--d-rule); }
        .drawing .d-arrow-current { fill: var(--d-accent); }
        .drawing .d-done { fill: var(--d-done); }
        .drawing .d-late { fill: var(--d-late); }
        .drawing .d-due { fill: var(--d-due); }
        .drawing .d-sign { fill: none; stroke: var(--d-paper); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
        .drawing .d-ring-due { fill: none; stroke: var(--d-due); stroke-width: 2; }
        .drawing .d-track { fill: none; stroke: var(--d-grid); stroke-width: 14; }
        .drawing .d-track-thin { fill: none; stroke: var(--d-grid); stroke-width: 5; }
        .drawing .d-spark { fill: none; stroke: var(--d-accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .drawing .d-target { stroke: var(--d-rule); stroke-width: 1; stroke-dasharray: 3 3; fill: none; }
        .drawing .d-zero { stroke: var(--d-ink); stroke-width: 2; fill: none; }
        .drawing .d-low { fill: var(--d-t1); }
        .drawing .d-high { fill: var(--d-t2); }
        .drawing .d-area { fill-opacity: .09; stroke-opacity: .38; stroke-width: 1; pointer-events: none; }
        .drawing .d-area-dense { fill-opacity: .2; }
        .drawing .d-many .d-area { fill-opacity: .055; }
        .drawing .d-unverified { stroke-dasharray: 5 3; }
        .drawing .d-lit { fill-opacity: .3; stroke-opacity: 1; stroke-width: 2; opacity: 0; pointer-events: none; }
        .drawing .d-mark { stroke: var(--d-ground); stroke-width: 1; }
        .drawing .d-mark-open { fill: var(--d-ground); stroke-width: 2.25; }
        .drawing .d-bubble { fill: var(--d-ink); stroke: var(--d-ground); stroke-width: 2; }
        .drawing .d-count { fill: var(--d-ground); font-weight: 700; }
        .drawing .d-readout { opacity: 0; pointer-events: none; }
        .drawing .d-cell { stroke: var(--d-rule); stroke-width: 1; }
        .drawing .d-empty { fill: none; stroke: var(--d-grid); stroke-width: 1; }
        .drawing .d-ghost { fill: none; stroke: var(--d-muted); stroke-width: 1.5; stroke-dasharray: 2 2; }
        .drawing .d-best { fill: none; stroke: var(--d-ink); stroke-width: 2.5; }
        .drawing .d-part { font-size: 12px; }
        .drawing .d-gap { stroke: var(--d-paper); stroke-width: 1; }
        """;

    private const string Interaction = """
        .drawing { display: block; width: 100%; height: auto; margin-inline: auto; overflow: visible; font-family: inherit; }
        .drawing a { text-decoration: none; cursor: pointer; outline: none; }
        .drawing a .d-link { text-decoration: underline; text-underline-offset: 2px; }
        .drawing a:focus-visible .d-focus { stroke: var(--d-ink); stroke-width: 3; }
        .drawing a:focus-visible .d-card-current { stroke: var(--d-due); stroke-width: 4; }
        .drawing a:hover .d-focus { stroke: var(--d-accent); stroke-width: 2.5; }
        .drawing a:focus-visible .d-link { text-decoration-thickness: 3px; }
        .drawing a:hover .d-lit, .drawing a:focus-visible .d-lit { opacity: 1; }
        .drawing a:hover .d-readout, .drawing a:focus-visible .d-readout { opacity: 1; }
        .drawing .d-risks:has(a:hover) .d-hint, .drawing .d-risks:has(a:focus-visible) .d-hint { opacity: 0; }
        .drawing .d-risks:has(a:hover) .d-areas, .drawing .d-risks:has(a:focus-visible) .d-areas { opacity: .35; }
        .drawing .d-risks:has(a:focus-visible) a:not(:focus-visible) .d-readout { opacity: 0; }
        .drawing-narrow { display: none; max-width: 480px; }
        .drawing-frame { container-type: inline-size; }
        @container (max-width: 760px) {
          .drawing-frame > .drawing-wide { display: none; }
          .drawing-frame > .drawing-narrow { display: block; }
        }
        .drawing-range, .drawing-spark { display: inline-block; width: auto; height: 1.75rem; max-width: 100%; vertical-align: middle; }
        .drawing-sign { display: inline-block; width: 1rem; height: 1rem; flex: none; margin: 0; }
        @media (prefers-reduced-motion: no-preference) {
          .drawing .d-lit, .drawing .d-readout, .drawing .d-areas { transition: opacity .12s; }
        }
        @media print {
          .drawing-frame > .drawing-wide { display: block; }
          .drawing-frame > .drawing-narrow { display: none; }
          .drawing .d-hint { display: none; }
          .drawing { break-inside: avoid; print-color-adjust: exact; }
        }
        @media (forced-colors: active) {
          .drawing { forced-color-adjust: none; }
        }
        """;

    public static string ForFile { get; } = WithColours(
        ".drawing { font-family: \"Segoe UI\", \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif; }\n" + ByIndex + Rules);

    public static string ForPages { get; } = Pages();

    private static string ByIndex
    {
        get
        {
            var css = new StringBuilder();
            for (var i = 1; i <= ThemeMark.Count; i++)
            {
                css.Append(CultureInfo.InvariantCulture, $".drawing .d-t{i} {{ fill: var(--d-t{i}); stroke: var(--d-t{i}); }}\n");
            }

            foreach (var i in Enumerable.Range(1, Palette.Ramp.Count))
            {
                css.Append(CultureInfo.InvariantCulture, $".drawing .d-c{i} {{ fill: var(--d-c{i}); }}\n.drawing text.d-on-c{i} {{ fill: var(--d-on-c{i}); }}\n");
            }

            foreach (var (i, (fill, ink)) in Enumerable.Range(1, Ramp.Steps).Select(i => (i, Ramp.Fine(i))))
            {
                css.Append(CultureInfo.InvariantCulture, $".drawing .d-s{i} {{ fill: {fill}; }}\n.drawing text.d-on-s{i} {{ fill: {ink}; }}\n");
            }

            return css.ToString();
        }
    }

    private static string Pages()
    {
        var css = new StringBuilder("/* Written from StyleSheet.cs and Palette.cs; change those, a test compares. */\n");
        css.Append(Variables(":root", Palette.Light.Concat(Palette.Classes)));
        css.Append("@media (prefers-color-scheme: dark) {\n").Append(Variables(":root:not([data-theme=\"light\"])", Palette.Dark)).Append("}\n");
        css.Append(Variables(":root[data-theme=\"dark\"]", Palette.Dark));
        css.Append("@media print {\n").Append(Variables(":root:root:root", Palette.Light)).Append("}\n");
        return css.Append(ByIndex).Append(Rules).Append('\n').Append(Interaction).Append('\n').ToString();
    }

    private static string Variables(string where, IEnumerable<KeyValuePair<string, string>> colours) =>
        $"{where} {{ {string.Concat(colours.Select(c => $"--d-{c.Key}: {c.Value}; "))}}}\n";

    private static string WithColours(string css) => Variable().Replace(css, v => Palette.Light.GetValueOrDefault(v.Groups[1].Value) ?? Palette.Classes[v.Groups[1].Value]);

    [GeneratedRegex(@"var\(--d-([a-z0-9-]+)\)")]
    private static partial Regex Variable();
}
