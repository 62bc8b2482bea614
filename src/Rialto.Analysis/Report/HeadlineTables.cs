using System.Text;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// The measures of an instrument's listings: a table for each group of measures, a column for each venue.
/// </summary>
static class HeadlineTables
{
    const double FontSize = 13;
    const double WidestVenue = 100;

    public static void Append(StringBuilder html, ListingGroup group, RunRecord record)
    {
        IReadOnlyList<Measure>[] columns =
            [.. group.Listings.Select(listing => ListingMeasures.Of(listing, record.Directory, record.Horizon))];
        html.Append("<div class=\"tables\">\n");
        foreach (MeasureGroup kind in Enum.GetValues<MeasureGroup>())
        {
            html.Append("<table>\n<thead><tr><th>").Append(NameOf(kind)).Append("</th>");
            foreach (ListingRecord listing in group.Listings)
            {
                string venue =
                    group.Listings.Count > 1 ? TextWidth.Fit(group.VenueOf(listing), FontSize, WidestVenue) : "";
                html.Append("<th class=\"number\">").Append(Markup.Escape(venue)).Append("</th>");
            }

            html.Append("<th>unit</th></tr></thead>\n<tbody>\n");

            for (int row = 0; row < columns[0].Count; row++)
            {
                if (columns[0][row].Group == kind && columns.Any(column => column[row].Value.HasValue))
                    AppendRow(html, [.. columns.Select(column => column[row])], group.Instrument);
            }

            html.Append("</tbody>\n</table>\n");
        }

        html.Append("</div>\n");
    }

    static void AppendRow(StringBuilder html, Measure[] measures, Instrument instrument)
    {
        html.Append("<tr><td>").Append(Markup.Escape(measures[0].Label)).Append("</td>");
        foreach (Measure measure in measures)
            html.Append("<td class=\"number\">").Append(MeasureText.Of(measure, instrument)).Append("</td>");
        html.Append("<td class=\"unit\">").Append(measures[0].Unit).Append("</td></tr>\n");
    }

    static string NameOf(MeasureGroup kind) => kind switch
    {
        MeasureGroup.Liquidity => "Liquidity",
        MeasureGroup.Trading => "Trading",
        _ => "Price",
    };
}
