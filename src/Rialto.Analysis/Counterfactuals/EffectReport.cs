using System.Text;

namespace Rialto.Analysis;

/// <summary>The report of an <see cref="EffectStudy"/>: one self-contained HTML file.</summary>
public static class EffectReport
{
    const int MostDrawn = 4;

    /// <summary>The report as text, to be saved as UTF-8.</summary>
    public static string Of(EffectStudy study, ReportHeading heading)
    {
        StringBuilder html = new();
        Page.Begin(html, heading, Facts(study, heading));
        html.Append("<section>\n<h2>What was done</h2>\n<pre>")
            .Append(Markup.Escape(string.Join('\n', study.Interventions)))
            .Append("</pre>\n");
        html.Append("<p class=\"note\">Both arms of a pair share the run up to the branch point and all random "
            + "numbers after it. ")
            .Append("The effect is the mean of with minus without over the pairs; intervals are Student’s, at 95 %. ")
            .Append("The last column says how many times as many independent runs would have been as "
                + "sure.</p>\n</section>\n");
        for (int i = 0; i < study.Listings.Count; i++)
        {
            html.Append("<section>\n<h2>").Append(Markup.Escape(study.Listings[i].Name)).Append("</h2>\n");
            AppendTable(html, study.Listings[i]);
            if (i < MostDrawn)
                AppendFigures(html, study, i, heading.Seed);

            html.Append("</section>\n");
        }

        Page.End(html, heading);
        return html.ToString();
    }

    static List<(string, string)> Facts(EffectStudy study, ReportHeading heading)
    {
        List<(string, string)> facts =
        [
            ("Branch point", DurationText.Of(study.Branch - Trading.Timestamp.Zero)),
            ("Followed for", DurationText.Of(study.Times[^1] - study.Branch)),
            ("Replications", NumberText.Of(study.Replications)),
        ];
        if (heading.Seed is { } seed)
            facts.Add(("Seed", NumberText.Of(seed)));

        return facts;
    }

    static void AppendTable(StringBuilder html, ListingEffect listing)
    {
        html.Append("<table>\n<thead><tr><th>Measure</th>");
        foreach (string column in (ReadOnlySpan<string>)["effect", "± 95 %", "without", "with", "saving"])
            html.Append("<th class=\"number\">").Append(column).Append("</th>");
        html.Append("<th>unit</th></tr></thead>\n<tbody>\n");
        foreach ((_, string label, string unit, Paired value) in listing.Measures)
        {
            html.Append("<tr><td>").Append(label).Append("</td>");
            foreach (string cell in (ReadOnlySpan<string>)
                [Text(value.Effect?.Mean), Text(value.Effect?.HalfWidth), Text(value.Without?.Mean),
                    Text(value.With?.Mean), Times(value.Saving)])
                html.Append("<td class=\"number\">").Append(cell).Append("</td>");
            html.Append("<td class=\"unit\">").Append(unit).Append("</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    static void AppendFigures(StringBuilder html, EffectStudy study, int listing, ulong? seed)
    {
        string of = $"{study.Listings[listing].Name} · {NumberText.Of(study.Replications)} pairs{SeedText.Of(seed)}";
        EffectChart charts = new(study, of);
        ListingEffect effect = study.Listings[listing];
        Figure impact = charts.Effect(
            "Effect on the midpoint", "with minus without, currency, band at 95 %", effect.Midpoint, 260);
        Figure paths = charts.Arms(
            "Midpoint with and without", "means over the pairs, currency", effect.Midpoint,
            study.Before.Count > listing ? study.Before[listing] : []);
        Figure[] small =
        [
            charts.Effect(
                "Effect on the quoted spread", "with minus without, currency, band at 95 %", effect.Spread, 150),
            charts.Effect(
                "Effect on volume", "with minus without, lots since the branch point, band at 95 %", effect.Volume,
                150),
        ];
        FigureRows.Append(html, [impact], Margins.For([impact, paths]));
        FigureRows.Append(html, [paths], Margins.For([impact, paths]));
        FigureRows.Append(html, small, Margins.For(small));
    }

    static string Text(double? number) => number is { } some ? NumberText.Significant(some) : "–";

    static string Times(double? number) => number is { } some ? NumberText.Significant(some) + "\u2009×" : "–";
}
