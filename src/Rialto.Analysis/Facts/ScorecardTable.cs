using System.Text;

namespace Rialto.Analysis;

/// <summary>The scorecard as a table: facts by group, one column per market.</summary>
static class ScorecardTable
{
    public static void Append(StringBuilder html, Scorecard scorecard, IReadOnlyList<string> colours)
    {
        html.Append("<div class=\"scroll\"><table class=\"scorecard\">\n<thead><tr><th>Fact</th><th>Reference</th>");
        for (int i = 0; i < scorecard.Columns.Count; i++)
        {
            html.Append("<th class=\"number\"><i class=\"swatch ").Append(colours[i]).Append("\"></i>")
                .Append(Markup.Escape(scorecard.Columns[i])).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        string group = "";
        foreach (ScorecardLine line in scorecard.Lines)
        {
            if (line.Group != group)
            {
                html.Append("<tr class=\"group\"><td colspan=\"").Append(NumberText.Of(scorecard.Columns.Count + 2))
                    .Append("\">")
                    .Append(Markup.Escape(line.Group)).Append("</td></tr>\n");
            }

            group = line.Group;
            AppendLine(html, line);
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    static void AppendLine(StringBuilder html, ScorecardLine line)
    {
        html.Append("<tr><td>").Append(Markup.Escape(line.Name)).Append("<small>").Append(Markup.Escape(line.Statistic))
            .Append("</small></td><td>").Append(Markup.Escape(line.Reference)).Append("<small>").Append(
                Markup.Escape(line.Source))
            .Append("</small></td>");
        foreach (FactOutcome outcome in line.Outcomes)
        {
            html.Append("<td class=\"number ").Append(ClassOf(outcome.Verdict)).Append("\">").Append(
                ScorecardLine.TextOf(outcome))
                .Append("<small>").Append(Markup.Escape(WordFor(outcome))).Append("</small></td>");
        }

        html.Append("</tr>\n");
    }

    static string WordFor(FactOutcome outcome) => outcome.Verdict switch
    {
        Verdict.Holds => "✓ holds",
        Verdict.Fails => "✗ fails",
        _ => outcome.Reason,
    };

    static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Fails => "fails",
        _ => "unjudged",
    };
}
