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
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
            .Append(Markup.Escape(heading.Name)).Append(" – Rialto</title>\n<style>\n").Append(Stylesheet.Text)
            .Append("</style>\n</head>\n<body>\n<main>\n");

        AppendHeader(html, record, heading);
        AppendInstruments(html, record, heading);
        AppendParticipants(html, record, heading);
        AppendFooter(html, heading);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Writes <see cref="Of"/> to a file, in place of what was there.</summary>
    public static void Write(string path, RunRecord record, ReportHeading heading) =>
        File.WriteAllText(path, Of(record, heading), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    static void AppendHeader(StringBuilder html, RunRecord record, ReportHeading heading)
    {
        html.Append("<header>\n<h1>").Append(Markup.Escape(heading.Name)).Append("</h1>\n");
        if (heading.Description.Length > 0)
            html.Append("<p class=\"description\">").Append(Markup.Escape(heading.Description)).Append("</p>\n");
        if (heading.Citation.Length > 0)
            html.Append("<p class=\"citation\">").Append(Markup.Escape(heading.Citation)).Append("</p>\n");

        html.Append("<dl>\n");
        if (heading.Seed is { } seed)
            Fact(html, "Seed", NumberText.Of(seed));
        Fact(html, "Duration", DurationText.Of(record.Horizon.Length));
        Fact(html, "Events", NumberText.Of(record.Events));
        Fact(html, "Trades", NumberText.Of(record.Trades));
        if (record.Directory.Participants.Count > 0)
            Fact(html, "Participants", NumberText.Of(record.Directory.Participants.Count));
        html.Append("</dl>\n</header>\n");
    }

    static void Fact(StringBuilder html, string name, string value) =>
        html.Append("<div><dt>").Append(name).Append("</dt><dd>").Append(Markup.Escape(value)).Append("</dd></div>\n");

    static void AppendInstruments(StringBuilder html, RunRecord record, ReportHeading heading)
    {
        int drawn = 0;
        foreach (IGrouping<InstrumentId, ListingRecord> listings in record.Listings.GroupBy(one => one.Listing.Instrument))
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

    static void AppendFooter(StringBuilder html, ReportHeading heading) =>
        html.Append("<footer>\n<p>Rialto ").Append(Markup.Escape(heading.Version)).Append(". The same run again:</p>\n<pre>")
            .Append(Markup.Escape(heading.Command)).Append("</pre>\n</footer>\n");
}
