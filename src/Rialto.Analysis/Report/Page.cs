using System.Text;

namespace Rialto.Analysis;

/// <summary>
/// The frame of every report: one HTML file with its style in it, a heading above and a footer below.
/// </summary>
static class Page
{
    /// <param name="facts">A few numbers below the title.</param>
    public static void Begin(
        StringBuilder html, ReportHeading heading, IReadOnlyList<(string Name, string Value)> facts)
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
            .Append(Markup.Escape(heading.Name)).Append(" – Rialto</title>\n<style>\n").Append(Stylesheet.Text)
            .Append("</style>\n</head>\n<body>\n<main>\n<header>\n<h1>").Append(Markup.Escape(heading.Name)).Append(
                "</h1>\n");
        if (heading.Description.Length > 0)
            html.Append("<p class=\"description\">").Append(Markup.Escape(heading.Description)).Append("</p>\n");
        if (heading.Citation.Length > 0)
            html.Append("<p class=\"citation\">").Append(Markup.Escape(heading.Citation)).Append("</p>\n");

        html.Append("<dl>\n");
        foreach ((string name, string value) in facts)
        {
            html.Append("<div><dt>").Append(name).Append("</dt><dd>").Append(Markup.Escape(value)).Append(
                "</dd></div>\n");
        }

        html.Append("</dl>\n</header>\n");
    }

    /// <summary>How to do it again, and the end of the file.</summary>
    public static void End(StringBuilder html, ReportHeading heading, string again = "The same once more:") =>
        html.Append("<footer>\n<p>Rialto ").Append(Markup.Escape(heading.Version)).Append(". ").Append(again).Append(
            "</p>\n<pre>")
            .Append(Markup.Escape(heading.Command)).Append("</pre>\n</footer>\n</main>\n</body>\n</html>\n");
}
