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
            DrawSteps(plot, group.Value, "line value dashed", group.End);
            DrawSteps(plot, listing.Bids, listing.Bids.IsExact ? "line bid" : "line thin bid", until);
            DrawSteps(plot, listing.Asks, listing.Asks.IsExact ? "line ask" : "line thin ask", until);
            DrawTrades(plot, listing.Trades);
        });
    }

    static string What(ListingRecord listing)
    {
        IReadOnlyList<TradePoint> trades = listing.Trades.Trades;
        string dots =
            listing.Trades.Count == 0 ? "no trades"
            : listing.Trades.Count > MostAreas ? "dots are trades"
            : trades.Any(trade => trade.Lots != trades[0].Lots) ? "dots are trades, their area is lots"
            : "dots are trades";
        return trades.Any(trade => trade.IsAuction) ? dots + ", rings those of auctions" : dots;
    }

    static void DrawSteps(Plot plot, StepSeries series, string style, double until) =>
        plot.Svg.Path(StepPath.Of(PathPoint.Of(series.ThinnedTo(plot.Spans).Points()), plot.X, plot.Y, until), style);

    static void DrawTrades(Plot plot, TradeSeries trades)
    {
        if (trades.Count <= MostAreas)
        {
            double largest = trades.Trades.Select(trade => (double)trade.Lots).DefaultIfEmpty(1).Max();
            bool isUniform = trades.Trades.All(trade => trade.Lots == largest);
            foreach (TradePoint trade in trades.Trades)
            {
                double radius = isUniform ? 1.8 : Math.Max(1.1, 4.2 * Math.Sqrt(trade.Lots / largest));
                plot.Svg.Circle(
                    plot.X.At(trade.At.Nanoseconds), plot.Y.At(trade.Price), radius, trade.IsAuction ? "ring" : "trade");
            }

            return;
        }

        PathData dots = new();
        foreach (SeriesPoint price in trades.Prices.ThinnedTo(plot.Spans).Points())
            dots.Dot(plot.X.At(price.At.Nanoseconds), plot.Y.At(price.Value!.Value));

        plot.Svg.Path(dots, trades.Count > TradeSeries.MostExact ? "dots many" : "dots some");
    }

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
