namespace Rialto.Analysis;

/// <summary>
/// How a report looks: every colour is a property with a light and a dark value, paper is always light.
/// </summary>
static class Stylesheet
{
    /// <summary>The colours, by name, in light and dark.</summary>
    public const string Colours = """
        :root {
          --surface: #fcfcfb; --panel: #ffffff; --ink: #1a1c1e; --muted: #667079; --grid: #e8eaec;
          --bid: #0f6fb8; --ask: #c8501e; --value: #7a5195; --good: #2b8a6e;
          --p0: #2b8a6e; --p1: #7a5195; --p2: #9a7400; --p3: #b0467e; --p4: #3f4a54; --p5: #14808f;
          --p6: #8c3b3b; --p7: #5d7a1e; --p8: #5a55b5; --p9: #8a6244; --p10: #98379c; --p11: #7d8790;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --surface: #111416; --panel: #171b1e; --ink: #e8eaec; --muted: #9aa4ad; --grid: #262c31;
            --bid: #58a9e6; --ask: #f08a5b; --value: #b794d6; --good: #57c2a0;
            --p0: #57c2a0; --p1: #b794d6; --p2: #d9b44a; --p3: #e58bb8; --p4: #d3dae0; --p5: #56c1cf;
            --p6: #e28f8f; --p7: #a9c866; --p8: #a09cf0; --p9: #cfa27f; --p10: #d88adb; --p11: #8d979f;
          }
        }

        """;

    /// <summary>What marks of a drawing look like.</summary>
    public const string Marks = """
        .ink { --c: var(--ink); } .muted { --c: var(--muted); } .bid { --c: var(--bid); } .ask { --c: var(--ask); }
        .value { --c: var(--value); } .good { --c: var(--good); }
        .p0 { --c: var(--p0); } .p1 { --c: var(--p1); } .p2 { --c: var(--p2); } .p3 { --c: var(--p3); }
        .p4 { --c: var(--p4); } .p5 { --c: var(--p5); } .p6 { --c: var(--p6); } .p7 { --c: var(--p7); }
        .p8 { --c: var(--p8); } .p9 { --c: var(--p9); } .p10 { --c: var(--p10); } .p11 { --c: var(--p11); }
        .rule { stroke: var(--grid); }
        .tick { fill: var(--muted); }
        .label { fill: var(--c); font-size: 12.5px; font-weight: 600; }
        .leader { stroke: var(--c); stroke-opacity: .5; }
        .line { fill: none; stroke: var(--c); stroke-width: 1.5; }
        .thin { stroke-width: 1; }
        .dense { stroke-opacity: .6; }
        .dashed { stroke-dasharray: 5 4; }
        .bar { fill: var(--c); }
        .soft { fill-opacity: .32; }
        .faint { fill-opacity: .12; }
        .volume { fill-opacity: .82; }
        .cell { fill: none; stroke: var(--c); shape-rendering: crispEdges; }
        .dots { fill: none; stroke: var(--c, var(--ink)); stroke-width: 3.4; stroke-linecap: round; }
        .large { stroke-width: 6; }
        .some { stroke-width: 2.4; stroke-opacity: .55; }
        .many { stroke-width: 2; stroke-opacity: .35; }
        .cloud { stroke-width: 3; stroke-opacity: .45; }
        .trade { fill: var(--ink); fill-opacity: .6; }
        .ring { fill: none; stroke: var(--ink); stroke-width: 1.2; }

        """;

    /// <summary>The whole sheet of a page.</summary>
    public const string Text = Colours + Page + Marks;

    const string Page = """
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--surface); color: var(--ink);
          font: 13px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums;
        }
        main { max-width: 1168px; margin: 0 auto; padding: 40px 24px 48px; }
        h1 { margin: 0 0 8px; font-size: 26px; font-weight: 650; letter-spacing: -0.01em; line-height: 1.2; }
        h2 { margin: 56px 0 16px; padding-top: 20px; border-top: 1px solid var(--grid); font-size: 21px; font-weight: 600; }
        h2 span { color: var(--muted); font-weight: 400; }
        h3 { margin: 0; font-size: 17px; font-weight: 600; line-height: 1.3; }
        p { margin: 0; }
        .description { max-width: 80ch; font-size: 15px; text-wrap: pretty; }
        .citation { max-width: 92ch; margin-top: 4px; color: var(--muted); }
        .note { padding: 16px 0; color: var(--muted); }
        dl { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 24px 0 0; }
        dt { color: var(--muted); }
        dd { margin: 0; font-size: 17px; font-weight: 600; }
        table { width: 100%; border-collapse: collapse; }
        th { padding: 4px 0; color: var(--muted); font-weight: 400; text-align: left; border-bottom: 1px solid var(--grid); }
        thead th:first-child { color: var(--ink); font-weight: 600; }
        td { padding: 4px 0; border-bottom: 1px solid var(--grid); }
        .number { padding-left: 16px; text-align: right; white-space: nowrap; }
        .unit, th:last-child:not(.number) { width: 1%; padding-left: 8px; color: var(--muted); white-space: nowrap; }
        .tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 24px 40px; align-items: start; }
        table.wide { max-width: 720px; }
        .means th, .means td { padding-right: 16px; vertical-align: bottom; }
        .means th.number { white-space: normal; padding-right: 0; }
        .means td.word { white-space: nowrap; }
        .means td.number { padding-right: 0; }
        .row { margin-top: 36px; }
        .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 36px 24px; }
        .thirds { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px 22px; }
        .thirds h3 { font-size: 15px; }
        .thirds figcaption { min-height: 4em; }
        figure { margin: 0; min-width: 0; }
        figcaption { margin-bottom: 8px; }
        figcaption p { color: var(--muted); }
        svg { display: block; width: 100%; height: auto; overflow: visible; font: 12px Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
        .swatch { display: inline-block; width: 16px; height: 3px; margin-right: 8px; border-radius: 2px; background: var(--c); vertical-align: middle; }
        .key { margin: 0; padding: 0; list-style: none; color: var(--muted); }
        .key b { color: var(--ink); font-weight: 600; }
        .scroll { overflow-x: auto; }
        .scorecard td { padding: 6px 24px 6px 0; vertical-align: top; }
        .scorecard .number { padding: 6px 0 6px 24px; }
        .scorecard td:first-child { min-width: 250px; }
        .scorecard td:nth-child(2) { min-width: 210px; }
        .scorecard .number small { white-space: normal; }
        .scorecard small { display: block; color: var(--muted); font-size: 12px; }
        .scorecard .group td { padding-top: 24px; font-weight: 600; }
        .scorecard .holds small { color: var(--good); }
        .scorecard .fails small { color: var(--ink); font-weight: 600; }
        .scorecard .unjudged { color: var(--muted); }
        .narrow-only { display: none; }
        @media screen and (max-width: 760px) {
          main { padding: 24px 12px 32px; }
          .halves, .thirds { grid-template-columns: 1fr; }
          .wide-only { display: none; }
          .narrow-only { display: block; }
        }
        @media print {
          :root {
            --surface: #ffffff; --panel: #ffffff; --ink: #1a1c1e; --muted: #667079; --grid: #e8eaec;
            --bid: #0f6fb8; --ask: #c8501e; --value: #7a5195; --good: #2b8a6e;
            --p0: #2b8a6e; --p1: #7a5195; --p2: #9a7400; --p3: #b0467e; --p4: #3f4a54; --p5: #14808f;
            --p6: #8c3b3b; --p7: #5d7a1e; --p8: #5a55b5; --p9: #8a6244; --p10: #98379c; --p11: #7d8790;
          }
          @page { margin: 12mm; }
          main { max-width: none; padding: 0; }
          body { font-size: 11px; }
          h2 { margin-top: 32px; }
          .row { margin-top: 24px; }
          .tables { grid-template-columns: repeat(3, 1fr); gap: 16px 24px; }
          figure, table { break-inside: avoid; }
        }
        footer { margin-top: 64px; padding-top: 16px; border-top: 1px solid var(--grid); color: var(--muted); }
        pre { margin: 4px 0 0; font: 12.5px/1.5 ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere; }

        """;
}
