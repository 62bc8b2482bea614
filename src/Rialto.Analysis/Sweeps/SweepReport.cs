using System.Text;

namespace Rialto.Analysis;

/// <summary>Writes what a sweep found as one self-contained HTML file: small multiples, and a table of means.</summary>
public static class SweepReport
{
    const int MostMeasures = 12;
    const int MostPanels = 48;
    const int MostRows = 60;
    const int MostColumns = 6;

    /// <summary>What is shown if nobody chooses, where it differs between cells.</summary>
    static readonly string[] Usual =
    [
        "spreadMeanTicks", "effectiveSpreadMeanTicks", "trades", "volumeLots", "realizedVolatilityBasisPoints",
        "returnExcessKurtosis",
        "returnAutocorrelationLag1", "absoluteReturnAutocorrelationLag1", "valueDeviationMeanTicks",
        "tradeValueDeviationMeanTicks",
        "gainMean",
    ];

    /// <param name="table">What was found.</param>
    /// <param name="heading">What the report says above its figures.</param>
    /// <param name="wanted">
    /// The measures to show, as whole or last parts of their paths; none for a usual choice.
    /// </param>
    public static string Of(SweepTable table, ReportHeading heading, IReadOnlyList<string> wanted)
    {
        IReadOnlyList<string> measures = MeasuresOf(table, wanted);
        StringBuilder html = new();
        Page.Begin(html, heading, Facts(table));
        html.Append("<section>\n<h2>Measures <span>").Append(
            Markup.Escape(string.Join(" × ", table.Parameters.Select(p => p.Label))))
            .Append("</span></h2>\n");

        Figure[] figures = [.. measures.SelectMany(measure => SweepPanels.Of(table, measure)).Take(MostPanels)];
        Margins margins = Margins.For(figures);
        foreach (Figure[] row in figures.Chunk(2))
            FigureRows.Append(html, row, margins);
        if (figures.Length == 0)
            html.Append("<p class=\"note\">No run is done that has such a measure, or nothing varies.</p>\n");

        html.Append("</section>\n");
        string[] columns = [.. measures.Take(MostColumns)];
        AppendTable(html, table, "Means", "± half of the 95\u202f% interval", table.Cells, columns, (cell, measure) =>
            cell.MeanOf(measure));
        if (table.Cells.FirstOrDefault(cell => table.BaselineOf(cell) is not null) is not null)
        {
            AppendTable(
                html, table, $"Differences from {table.Parameters[0].Label} {table.Cells[0].Values[0].Text}",
                "run by run with the same seed, ± half of the 95\u202f% interval",
                [.. table.Cells.Where(cell => table.BaselineOf(cell) is not null)], columns, table.DifferenceOf);
        }

        Page.End(html, heading);
        return html.ToString();
    }

    /// <summary>The measures that a report shows.</summary>
    /// <param name="wanted">As for the report.</param>
    public static IReadOnlyList<string> MeasuresOf(SweepTable table, IReadOnlyList<string> wanted) => wanted.Count > 0
        ? [.. wanted.SelectMany(name => table.Measures.Where(path => MetricPaths.IsCalled(path, name))).Distinct().Take(
            MostMeasures)]
        : [.. Usual.SelectMany(name => table.Measures.Where(path => MetricPaths.IsCalled(path, name)))
            .Where(path =>
                table.Cells.SelectMany(cell => cell.Runs).Select(run => run.ValueOf(path)).Distinct().Count() > 1)
            .Take(MostMeasures)];

    static List<(string Name, string Value)> Facts(SweepTable table)
    {
        SweptRun[] runs = [.. table.Cells.SelectMany(cell => cell.Runs)];
        int failed = runs.Count(run => run.EventsHash is null);
        List<(string, string)> facts =
        [
            ("Cells", NumberText.Of(table.Cells.Count)), ("Seeds", NumberText.Of(table.Seeds)),
            ("Runs done", NumberText.Of(runs.Length - failed)),
            ("Events", NumberText.Of(runs.Sum(run => run.Events))),
        ];
        if (failed > 0)
            facts.Add(("Runs failed", NumberText.Of(failed)));
        if (runs.Length < table.Cells.Count * table.Seeds)
            facts.Add(("Runs missing", NumberText.Of((table.Cells.Count * table.Seeds) - runs.Length)));

        return facts;
    }

    static void AppendTable(
        StringBuilder html, SweepTable table, string title, string subtitle, IReadOnlyList<SweptCell> cells,
        string[] measures, Func<SweptCell, string, MeanInterval?> valueOf)
    {
        if (cells.Count > MostRows || measures.Length == 0)
            return;

        html.Append("<section>\n<h2>").Append(Markup.Escape(title)).Append(" <span>").Append(Markup.Escape(subtitle))
            .Append("</span></h2>\n<table class=\"means\">\n<thead><tr>");
        foreach (SweptParameter parameter in table.Parameters)
            html.Append("<th>").Append(Markup.Escape(parameter.Label)).Append("</th>");
        foreach (MeasureName name in measures.Select(MeasureName.Read))
        {
            html.Append("<th class=\"number\">").Append(Markup.Escape(name.What)).Append("<br/>")
                .Append(Markup.Escape(name.Unit.Length > 0 ? $"{name.Of}, {name.Unit}" : name.Of)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (SweptCell cell in cells)
        {
            html.Append("<tr>");
            foreach (SweptValue value in cell.Values)
                html.Append("<td class=\"word\">").Append(Markup.Escape(value.Text)).Append("</td>");
            foreach (string measure in measures)
                html.Append("<td class=\"number\">").Append(TextOf(valueOf(cell, measure))).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</section>\n");
    }

    /// <summary>A mean with its uncertainty.</summary>
    public static string TextOf(MeanInterval? mean) => mean is not { } known ? MeasureText.Absent
        : known.HalfWidth is not { } half ? NumberText.Significant(known.Mean)
        : $"{NumberText.Of(known.Mean, DecimalsOf(half))} ± {NumberText.Of(half, DecimalsOf(half))}";

    /// <summary>An uncertainty has two digits that matter, and what it is the uncertainty of has no more.</summary>
    static int DecimalsOf(double half) => half > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 12) : 3;
}
