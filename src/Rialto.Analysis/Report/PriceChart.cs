using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Best bid and ask as steps, trades as dots, the fundamental value dashed.</summary>
static class PriceChart
{
    const int MostAreas = 400;
    const double Height = 320;

    public static IEnumerable<Figure> Of(ListingGroup group)
    {
        Axis? y = group.ExtentOf(listing => Prices(listing).Concat(Numbers(group.Value))) is { } extent
            ? ValueAxis.OfPrices(extent, group.Instrument)
            : null;
        return group.Listings.Select(listing => Of(listing, group, y));
    }

    static Figure Of(ListingRecord listing, ListingGroup group, Axis? y)
    {
        const string Title = "Price, best quotes and trades";
        string subtitle = group.Subtitle(listing, What(listing));
        if (y is null)
            return Figure.Empty(Title, subtitle, "Nothing was quoted or traded.");

        double until = listing.ClosedAt.Nanoseconds;
        return new(Title, subtitle, Height, group.Time, y, Labels(listing, group), plot =>
        {
            DrawPauses(plot, listing.Pauses);
            DrawSteps(plot, group.Value, "line value dashed", group.End);
            DrawSteps(plot, listing.Bids, listing.Bids.IsExact ? "line bid" : "line thin bid", until);
            DrawSteps(plot, listing.Asks, listing.Asks.IsExact ? "line ask" : "line thin ask", until);
            DrawTrades(plot, listing.Trades);
        });
    }

    static string What(ListingRecord listing) =>
        MarksOf(listing) + (listing.Pauses.Count > 0 ? ", shaded where it did not trade continuously" : "");

    static string MarksOf(ListingRecord listing)
    {
        if (listing.Trades.Count == 0)
            return "no trades";
        if (listing.Trades.Count > MostAreas)
            return "dots are trades";

        IReadOnlyList<TradePoint> trades = Matched(listing.Trades.Trades);
        string marks = trades.All(trade => trade.IsAuction) ? "rings are auction trades"
            : trades.Any(trade => trade.IsAuction) ? "dots are trades, rings auction trades"
            : "dots are trades";
        return trades.Any(trade => trade.Lots != trades[0].Lots) ? marks + ", their area is lots" : marks;
    }

    /// <summary>Grounds across the plot, with a word where there is room for it.</summary>
    static void DrawPauses(Plot plot, IReadOnlyList<TradingPause> pauses)
    {
        PathData grounds = new();
        foreach (TradingPause pause in pauses)
        {
            (double from, double to) = (plot.X.At(pause.From.Nanoseconds), plot.X.At(pause.To.Nanoseconds));
            grounds.Rectangle(from + 1, plot.Y.End, to, plot.Y.Start);
            string[] words = WordsOf(pause.State).Split(' ');
            if (words.Max(word => TextWidth.Of(word, Margins.TickSize)) > to - from - 4)
                continue;

            // Quotes and values before and after are mostly near an edge; nobody quotes meanwhile.
            double middle = (plot.Y.Start + plot.Y.End) / 2;
            for (int line = 0; line < words.Length; line++)
                plot.Svg.Text((from + to) / 2, middle + (14 * line), "middle", "tick", words[line]);
        }

        plot.Svg.Path(grounds, "bar muted faint");
    }

    static string WordsOf(TradingState state) => state switch
    {
        TradingState.PreOpen => "pre-open",
        TradingState.OpeningAuction => "opening auction",
        TradingState.VolatilityAuction => "volatility auction",
        TradingState.Halted => "halt",
        TradingState.ReopeningAuction => "reopening auction",
        TradingState.ClosingAuction => "closing auction",
        _ => "closed",
    };

    static void DrawSteps(Plot plot, StepSeries series, string style, double until) =>
        plot.Svg.Path(StepPath.Of(PathPoint.Of(series.ThinnedTo(plot.Spans).Points()), plot.X, plot.Y, until), style);

    static void DrawTrades(Plot plot, TradeSeries trades)
    {
        if (trades.Count <= MostAreas)
        {
            IReadOnlyList<TradePoint> matched = Matched(trades.Trades);
            double largest = matched.Select(trade => (double)trade.Lots).DefaultIfEmpty(1).Max();
            bool isUniform = matched.All(trade => trade.Lots == largest);
            foreach (TradePoint trade in matched)
            {
                double radius = isUniform ? 1.8 : Math.Max(1.1, 4.2 * Math.Sqrt(trade.Lots / largest));
                plot.Svg.Circle(
                    plot.X.At(trade.At.Nanoseconds), plot.Y.At(trade.Price), radius,
                    trade.IsAuction ? "ring" : "trade");
            }

            return;
        }

        PathData dots = new();
        foreach (SeriesPoint price in trades.Prices.ThinnedTo(plot.Spans).Points())
            dots.Dot(plot.X.At(price.At.Nanoseconds), plot.Y.At(price.Value!.Value));

        plot.Svg.Path(dots, trades.Count > TradeSeries.MostExact ? "dots many" : "dots some");
    }

    /// <summary>Matches at one instant and one price are one mark with all their lots.</summary>
    static TradePoint[] Matched(IReadOnlyList<TradePoint> trades) =>
        [.. trades.GroupBy(trade => trade with { Lots = 0 })
            .Select(group => group.Key with { Lots = group.Sum(trade => trade.Lots) })];

    static List<EndLabel> Labels(ListingRecord listing, ListingGroup group)
    {
        List<EndLabel> labels = [];
        Add("best ask", "ask", listing.Asks);
        Add("best bid", "bid", listing.Bids);
        Add("value", "value", group.Value);
        return labels;

        void Add(string text, string colour, StepSeries series)
        {
            if (series.Points().LastOrDefault(point => point.Value.HasValue).Value is { } last)
                labels.Add(new(text, colour, last));
        }
    }

    static IEnumerable<double> Prices(ListingRecord listing) =>
        [.. Numbers(listing.Bids), .. Numbers(listing.Asks), .. Numbers(listing.Trades.Prices)];

    static IEnumerable<double> Numbers(StepSeries series) =>
        series.Points().Where(point => point.Value.HasValue).Select(point => (double)point.Value!.Value);
}
