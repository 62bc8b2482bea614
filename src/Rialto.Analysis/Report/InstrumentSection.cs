using System.Text;

namespace Rialto.Analysis;

/// <summary>Everything that a report says about one instrument.</summary>
static class InstrumentSection
{
    public static void Append(StringBuilder html, ListingGroup group, RunRecord record)
    {
        html.Append("<section>\n");
        AppendHead(html, group, record);

        Figure[][] overTime =
        [
            [.. PriceChart.Of(group)], [.. SpreadChart.Of(group)], [.. DepthChart.Of(group)],
            [.. VolumeChart.Of(group)],
        ];
        AppendRows(html, overTime);

        Figure[][] shapes =
        [
            [.. ReturnsChart.Of(group)], [.. AutocorrelationChart.Of(group)],
            [.. ValueChart.Scatter(group)], [.. ValueChart.Difference(group)],
        ];
        AppendRows(html, group.Listings.Count > 1 ? shapes
            : [[.. shapes[0], .. shapes[1]], [.. shapes[2], .. shapes[3]]]);
        html.Append("</section>\n");
    }

    /// <summary>The measures alone, where there are too many instruments to draw.</summary>
    public static void AppendTables(StringBuilder html, ListingGroup group, RunRecord record)
    {
        html.Append("<section>\n");
        AppendHead(html, group, record);
        html.Append("</section>\n");
    }

    static void AppendHead(StringBuilder html, ListingGroup group, RunRecord record)
    {
        html.Append("<h2>").Append(Markup.Escape(group.Instrument.Symbol)).Append(" <span>")
            .Append(Markup.Escape(string.Join(", ", group.Listings.Select(group.VenueOf)))).Append("</span></h2>\n");
        HeadlineTables.Append(html, group, record);
    }

    /// <summary>
    /// Rows whose plots have the same margins, so that what is below each other happened at the same time.
    /// </summary>
    static void AppendRows(StringBuilder html, Figure[][] rows)
    {
        Margins margins = Margins.For(rows.SelectMany(row => row));
        foreach (Figure[] row in rows)
            FigureRows.Append(html, row, margins);
    }
}
