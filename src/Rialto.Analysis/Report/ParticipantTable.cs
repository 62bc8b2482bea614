using System.Text;

namespace Rialto.Analysis;

/// <summary>How participants fared, the best first: each of them while they are few, else each group.</summary>
static class ParticipantTable
{
    public static void Append(StringBuilder html, RunRecord record)
    {
        bool areNamed = record.Directory.Participants.Count <= ParticipantPaths.MostNamed;
        IEnumerable<GroupOutcome> rows = (areNamed ? GroupOutcome.ByParticipant(record) : GroupOutcome.ByGroup(record))
            .OrderByDescending(outcome => outcome.MeanGain ?? double.NegativeInfinity)
            .Take(40);

        html.Append("<table class=\"wide\">\n<thead><tr>");
        Heading(html, areNamed ? "Participant" : "Group", isNumber: false);
        string[] headings = areNamed
            ? ["Gain", "Lots traded"]
            : ["Mean gain", "Least", "Most", "Participants", "Lots traded"];
        foreach (string heading in headings)
            Heading(html, heading, isNumber: true);
        if (record.Participants.HasFees)
            Heading(html, "Fees paid", isNumber: true);
        html.Append("</tr></thead>\n<tbody>\n");

        foreach (GroupOutcome row in rows)
        {
            html.Append("<tr><td>").Append(Markup.Escape(row.Name)).Append("</td>");
            Number(html, Money(row.MeanGain));
            if (!areNamed)
            {
                Number(html, Money(row.LeastGain));
                Number(html, Money(row.MostGain));
                Number(html, NumberText.Of(row.Count));
            }

            Number(html, NumberText.Of(row.TradedLots));
            if (record.Participants.HasFees)
                Number(html, Money(row.Fees));
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    static void Heading(StringBuilder html, string text, bool isNumber) =>
        html.Append(isNumber ? "<th class=\"number\">" : "<th>").Append(text).Append("</th>");

    static void Number(StringBuilder html, string text) =>
        html.Append("<td class=\"number\">").Append(text).Append("</td>");

    static string Money(double? amount) => amount is { } value ? NumberText.Of(value, 2) : MeasureText.Absent;
}
