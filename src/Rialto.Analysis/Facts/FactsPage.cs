using System.Text;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// Writes the stylized facts of several markets as one self-contained HTML file: a scorecard, and a panel per fact.
/// </summary>
public static class FactsPage
{
    static readonly string[] RunColours = ["p0", "p2", "p5", "p3", "p8", "p9", "p6", "p7"];
    static readonly string[] TapeColours = ["ink", "p11", "p4"];

    /// <param name="scorecard">With at least one market.</param>
    /// <param name="command">What to type to make the page again.</param>
    /// <param name="version">Of Rialto.</param>
    public static string Of(Scorecard scorecard, string command, string version)
    {
        (MarketStatistics Market, string Colour)[] markets = [.. Coloured(scorecard.Markets)];
        Figure[] panels = markets.Length == 0 ? [] : [.. FactPanels.Of(markets)];
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>Stylized facts – "
                + "Rialto</title>\n<style>\n")
            .Append(Stylesheet.Text).Append("</style>\n</head>\n<body>\n<main>\n");

        AppendHeader(html, scorecard, markets);
        html.Append("<section>\n<h2>Panels <span>every market on the same axes</span></h2>\n");
        AppendKey(html, markets);
        FigureRows.AppendThirds(html, panels, Margins.For(panels) with { Right = 12 });
        html.Append("</section>\n<section>\n<h2>Scorecard</h2>\n");
        ScorecardTable.Append(html, scorecard, [.. markets.Select(one => one.Colour)]);
        html.Append("</section>\n<footer>\n<p>Rialto ").Append(Markup.Escape(version)).Append(
            ". The same page again:</p>\n<pre>")
            .Append(Markup.Escape(command)).Append("</pre>\n</footer>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Tapes are drawn in ink, as what is known; simulated markets each in a colour.</summary>
    static IEnumerable<(MarketStatistics Market, string Colour)> Coloured(IReadOnlyList<MarketStatistics> markets)
    {
        (int runs, int tapes) = (0, 0);
        foreach (MarketStatistics market in markets)
        {
            yield return market.Market.IsTape
                ? (market, TapeColours[tapes++ % TapeColours.Length])
                : (market, RunColours[runs++ % RunColours.Length]);
        }
    }

    static void AppendHeader(
        StringBuilder html, Scorecard scorecard, (MarketStatistics Market, string Colour)[] markets)
    {
        html.Append("<header>\n<h1>Stylized facts</h1>\n<p class=\"description\">What markets have in common, whatever "
            + "they trade, ")
            .Append("measured the same way in every market below. A fact holds if its statistic is over the bar; what "
                + "the data do not ")
            .Append("permit to judge says why.</p>\n<p class=\"citation\">Cont 2001; Vyetrenko et al. 2020; the "
                + "sources of each fact in the scorecard.</p>\n<dl>\n");
        for (int i = 0; i < markets.Length; i++)
        {
            html.Append("<div><dt><i class=\"swatch ").Append(markets[i].Colour).Append("\"></i>")
                .Append(Markup.Escape(markets[i].Market.Market.Name)).Append("</dt><dd>")
                .Append(NumberText.Of(scorecard.Holding(i))).Append(" of ").Append(NumberText.Of(scorecard.Judged(i)))
                .Append(" facts hold</dd></div>\n");
        }

        html.Append("</dl>\n</header>\n");
    }

    static void AppendKey(StringBuilder html, (MarketStatistics Market, string Colour)[] markets)
    {
        html.Append("<ul class=\"key\">\n");
        foreach ((MarketStatistics market, string colour) in markets)
        {
            html.Append("<li><i class=\"swatch ").Append(colour).Append("\"></i><b>").Append(
                Markup.Escape(market.Market.Name)).Append("</b> ")
                .Append(Markup.Escape(market.Market.Origin)).Append(", ").Append(
                    DurationText.Of(Rounded(market.Session)))
                .Append(", ").Append(NumberText.Of(market.Trades)).Append(" trades; interval ").Append(
                    DurationText.Of(market.Interval))
                .Append(", ").Append(NumberText.Of(market.Returns.Length)).Append(" returns").Append(NotesOn(market))
                    .Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    static string NotesOn(MarketStatistics market) =>
        (market.HasQuotes ? "" : " of trade prices, for want of quotes")
        + (market.Market.HasSides ? "" : "; signs by the tick test");

    static Duration Rounded(Duration span) => span.Seconds < 2 ? span : Duration.FromSeconds(Math.Round(span.Seconds));
}
