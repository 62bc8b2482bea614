using System.Text;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Writes what a run showed as one self-contained HTML file: no script, nothing to load.</summary>
/// <remarks>
/// The same run gives the same bytes under every culture and at every time. At most 3 MB: beyond four listings the rest
/// is told in tables only.
/// </remarks>
public static class Report
{
    const int MostDrawn = 4;

    /// <summary>The report as text, to be saved as UTF-8.</summary>
    public static string Of(RunRecord record, ReportHeading heading)
    {
        record.Finish();
        StringBuilder html = new();
        Page.Begin(html, heading, Facts(record, heading));
        AppendInstruments(html, record, heading);
        AppendParticipants(html, record, heading);
        Page.End(html, heading, "The same run again:");
        return html.ToString();
    }

    /// <summary>Writes <see cref="Of"/> to a file, in place of what was there.</summary>
    public static void Write(string path, RunRecord record, ReportHeading heading) =>
        File.WriteAllText(path, Of(record, heading), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    static List<(string Name, string Value)> Facts(RunRecord record, ReportHeading heading)
    {
        List<(string, string)> facts = [];
        if (heading.Seed is { } seed)
            facts.Add(("Seed", NumberText.Of(seed)));
        facts.Add(("Duration", DurationText.Of(record.Horizon.Length)));
        facts.Add(("Events", NumberText.Of(record.Events)));
        facts.Add(("Trades", NumberText.Of(record.Trades)));
        if (record.Directory.Participants.Count > 0)
            facts.Add(("Participants", NumberText.Of(record.Directory.Participants.Count)));

        return facts;
    }

    static void AppendInstruments(StringBuilder html, RunRecord record, ReportHeading heading)
    {
        int drawn = 0;
        foreach (
            IGrouping<InstrumentId, ListingRecord> listings in record.Listings.GroupBy(one => one.Listing.Instrument))
        {
            ListingGroup group = new(record, listings.Key, [.. listings], heading.Seed);
            drawn += group.Listings.Count;
            if (drawn <= MostDrawn)
                InstrumentSection.Append(html, group, record);
            else
                InstrumentSection.AppendTables(html, group, record);
        }

        if (!record.Listings.Any())
            html.Append("<p class=\"note\">Nothing happened at any venue.</p>\n");
    }

    static void AppendParticipants(StringBuilder html, RunRecord record, ReportHeading heading)
    {
        if (!record.Participants.HasTraded)
            return;

        Figure[] figures = [.. ParticipantCharts.Of(record, heading.Seed)];
        Margins margins = Margins.For(figures);
        html.Append("<section>\n<h2>Participants</h2>\n");
        ParticipantTable.Append(html, record);
        foreach (Figure figure in figures)
            FigureRows.Append(html, [figure], margins);
        html.Append("</section>\n");
    }
}
