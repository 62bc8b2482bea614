using System.Text;

namespace Rialto.Analysis;

/// <summary>Writes what a calibration found as one self-contained HTML file.</summary>
public static class CalibrationReport
{
    public static string Of(CalibrationFindings found, ReportHeading heading)
    {
        StringBuilder html = new();
        List<(string, string)> facts =
        [
            ("Loss", NumberText.Significant(found.Loss)), ("Moments", NumberText.Of((long)found.Moments.Count)),
            ("Parameters", NumberText.Of((long)found.Parameters.Count)),
            ("Evaluations", NumberText.Of((long)found.Path.Count)),
            ("Seeds", NumberText.Of((long)found.Seeds)), ("Runs", NumberText.Of((long)found.Runs)),
        ];
        if (CalibrationJson.ProbabilityOf(found) is { } probability)
            facts.Insert(1, ("χ² probability", NumberText.Of(probability, 3)));

        Page.Begin(html, heading, facts);
        html.Append("<p class=\"note\">").Append(Markup.Escape($"The search ended because {found.Ending}."));
        if (found.Identifiability is null)
            html.Append(" The moments do not tell all of the parameters: there are no standard errors.");
        html.Append("</p>\n<section>\n<h2>Parameters</h2>\n");
        AppendParameters(html, found);
        int count = found.Parameters.Count;
        AppendFigures(html, [CalibrationCharts.Losses(found), .. Enumerable.Range(0, count).Select(i =>
            CalibrationCharts.Tried(found, i))]);
        html.Append("</section>\n<section>\n<h2>Moments</h2>\n");
        AppendMoments(html, found);
        AppendFigures(html, [CalibrationCharts.Scores(found)]);
        html.Append(
            "</section>\n<section>\n<h2>Identifiability <span>how well the moments tell the parameters</span></h2>\n");
        AppendCorrelations(html, found);
        AppendFigures(html, [.. Enumerable.Range(0, count).Select(i => CalibrationCharts.Profile(found, i))]);
        html.Append("</section>\n");
        Page.End(html, heading);
        return html.ToString();
    }

    static void AppendFigures(StringBuilder html, Figure[] figures)
    {
        Margins margins = Margins.For(figures);
        foreach (Figure[] row in figures.Chunk(2))
            FigureRows.Append(html, row, margins);
    }

    static void AppendParameters(StringBuilder html, CalibrationFindings found)
    {
        bool isKnown = found.Parameters.Any(parameter => parameter.Truth.HasValue);
        Table(
            html, ["Parameter"], ["Estimate", "Standard error", "95\u202f% interval", "From", "To", "Start", .. isKnown
                ? (string[])["True value"]
                : []],
            found.Parameters.Select(one => (
                (string[])[one.Unit.Length > 0 ? $"{one.Label}, {one.Unit}" : one.Label],
                (string[])
                [
                    NumberText.Significant(one.Estimate), Text(one.StandardError),
                    one.Interval is { } interval
                        ? $"{NumberText.Significant(interval.Low)} – {NumberText.Significant(interval.High)}"
                        : MeasureText.Absent,
                    NumberText.Significant(one.Lowest), NumberText.Significant(one.Highest),
                    NumberText.Significant(one.Start),
                    .. isKnown ? [Text(one.Truth)] : Array.Empty<string>(),
                ])));
    }

    static void AppendMoments(StringBuilder html, CalibrationFindings found) => Table(
        html, ["No.", "Moment", "of"], ["Target", "Start", "Fitted", "Standard deviation", "Off by"],
        found.Moments.Select((moment, i) => (
            (string[])[NumberText.Of((long)i + 1), NameOf(moment), MeasureName.Read(moment.Measure).Of],
            (string[])
            [
                NumberText.Significant(moment.Target), Text(moment.Start), NumberText.Significant(moment.Fitted),
                NumberText.Significant(moment.Deviation), NumberText.Of(moment.Score, 2),
            ])));

    static string NameOf(FittedMoment moment)
    {
        MeasureName name = MeasureName.Read(moment.Measure);
        string what = name.Unit.Length > 0 ? $"{name.What}, {name.Unit}" : name.What;
        return moment.IsLogarithmic ? $"log of {char.ToLowerInvariant(what[0])}{what[1..]}" : what;
    }

    static void AppendCorrelations(StringBuilder html, CalibrationFindings found)
    {
        if (found.Identifiability is not { } known)
            return;

        Table(
            html, ["Correlation of estimates"],
            [.. found.Parameters.Select(parameter => parameter.Label), "Flattest direction"],
            found.Parameters.Select((parameter, i) => (
                (string[])[parameter.Label],
                (string[])[.. known.Correlations[i].Select(number => NumberText.Of(number, 2)),
                    NumberText.Of(known.FlattestDirection[i], 2)])));
        html.Append("<p class=\"note\">").Append(Markup.Escape(
            $"The greatest curvature of the loss is {NumberText.Significant(known.Condition)} times the least. "
            + "The flattest direction is in shares of the ranges; the shaded ranges below are the "
                + "95\u202f% intervals.")).Append("</p>\n");
    }

    static void Table(
        StringBuilder html, string[] words, string[] numbers, IEnumerable<(string[] Words, string[] Numbers)> rows)
    {
        html.Append("<table class=\"means\">\n<thead><tr>");
        foreach (string word in words)
            html.Append("<th>").Append(Markup.Escape(word)).Append("</th>");
        foreach (string number in numbers)
            html.Append("<th class=\"number\">").Append(Markup.Escape(number)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach ((string[] rowWords, string[] rowNumbers) in rows)
        {
            html.Append("<tr>");
            foreach (string word in rowWords)
                html.Append("<td class=\"word\">").Append(Markup.Escape(word)).Append("</td>");
            foreach (string number in rowNumbers)
                html.Append("<td class=\"number\">").Append(Markup.Escape(number)).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    static string Text(double? number) => number is { } known ? NumberText.Significant(known) : MeasureText.Absent;
}
