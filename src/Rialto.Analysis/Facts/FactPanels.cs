namespace Rialto.Analysis;

/// <summary>The panels of the page on stylized facts, in order of reading.</summary>
static class FactPanels
{
    const int Lags = 20;
    const int LeastInBin = 8;

    public static IEnumerable<Figure> Of(IReadOnlyList<(MarketStatistics Market, string Colour)> markets)
    {
        yield return ReturnCorrelation(markets);
        yield return VolatilityMemory(markets);
        yield return ReturnDensity(markets);
        yield return Kurtosis(markets);
        yield return VolumeVolatility(markets);
        yield return IntradayVolume(markets);
        yield return SignMemory(markets);
        yield return Waits(markets);
        yield return Sizes(markets);
        yield return Impact(markets);
        yield return Response(markets);
        yield return BookShape(markets);
    }

    static Figure ReturnCorrelation(IReadOnlyList<(MarketStatistics Market, string Colour)> markets)
    {
        Curve[] curves = [.. markets.Select(one => new Curve(one.Colour, [.. Enumerable.Range(1, Lags)
            .Where(lag => one.Market.Returns.Length > 2 * Lags
                && Autocorrelation.Of(one.Market.Returns, lag) is not null)
            .Select(lag => new CurvePoint(lag, Autocorrelation.Of(one.Market.Returns, lag)!.Value))]))];
        double noise = markets.Max(one => one.Market.Noise);
        double highest = curves.SelectMany(curve => curve.Known).Select(point => Math.Abs(point.Y)).Append(
            1.2 * noise).Max();
        return FactPanel.Linear(
            "Returns forget", "autocorrelation by lag in intervals; band: noise of the shortest sample", curves,
            new(0.5, Lags + 0.5), new Extent(-highest, highest).WidenedBy(0.05, 0), plot =>
            {
                plot.Svg.Path(
                    new PathData().Rectangle(plot.X.Start, plot.Y.At(noise), plot.X.End, plot.Y.At(-noise)), "bar ink",
                    6);
                plot.Rule(0, "line value dashed");
            });
    }

    static Figure VolatilityMemory(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Volatility remembers", "autocorrelation of |returns| by lag in intervals; grey: noise; dashed: lag⁻⁰·³",
        [.. markets.Select(one => new Curve(one.Colour, Positive(one.Market.AbsoluteDecay)))], 0.01,
        plot => Fading(plot, 0.3, markets.Max(one => one.Market.Noise)));

    static Figure SignMemory(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Signs of trades remember", "autocorrelation by lag in trades; grey: noise; dashed: lag⁻⁰·⁵",
        [.. markets.Select(one => new Curve(one.Colour, Positive(one.Market.SignDecay)))], 0.01,
        plot => Fading(plot, 0.5, markets.Max(one => one.Market.SignNoise)));

    static Figure ReturnDensity(IReadOnlyList<(MarketStatistics Market, string Colour)> markets)
    {
        Curve[] curves = [.. markets.Select(one => new Curve(one.Colour, [.. StandardDensity.Of(one.Market.Returns)]))];
        double lowest = curves.SelectMany(curve => curve.Points).Select(point => point.Y).Append(-2.5).Min();
        double highest = curves.SelectMany(curve => curve.Known).Select(point => point.Y).Append(0).Max();
        double widest = curves.SelectMany(curve => curve.Points).Select(point => Math.Abs(point.X)).Append(4).Max();
        Figure figure = FactPanel.Linear(
            "Tails are heavy", "density of returns in deviations; dashed: normal", curves,
            new(-widest - 0.5, widest + 0.5), new(lowest - 0.2, highest + 0.2), StandardDensity.DrawNormal);
        return figure.Note is null
            ? figure with { Y = LogAxis.Of(Math.Pow(10, lowest - 0.2), Math.Pow(10, highest + 0.2)) }
            : figure;
    }

    static Figure Kurtosis(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogX(
        "Long horizons are more Gaussian", "excess kurtosis by horizon in intervals; dashed: normal",
        [.. markets.Select(one => new Curve(one.Colour, [.. ((int[])[1, 2, 3, 5, 10, 20, 30, 60, 100, 200])
            .Where(horizon => one.Market.KurtosisOver(horizon).HasValue)
            .Select(horizon => new CurvePoint(horizon, one.Market.KurtosisOver(horizon)!.Value))]))],
        behind: plot => plot.Rule(0, "line value dashed"));

    static Figure VolumeVolatility(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Volume goes with volatility",
        "mean |return| by volume in the interval, both over their means; dashed: no link",
        [.. markets.Select(one => new Curve(one.Colour, [.. Relative(one.Market)]))], 0.05,
        plot => plot.Rule(0, "line value dashed"));

    static Figure IntradayVolume(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.Linear(
        "Open and close are busy", "volume by thirteenth of a session of five hours or more, over its mean",
        [.. markets.Where(one => one.Market.Session.Seconds >= MarketStatistics.MostOfADay).Select(one =>
            new Curve(one.Colour, [.. Thirteenths(one.Market.IntradayVolume())]))],
        behind: plot => plot.Rule(1, "line value dashed"));

    static Figure Waits(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Trades come in clusters", "share of waits longer than …, in mean waits; dashed: Poisson",
        [.. markets.Select(one => new Curve(one.Colour, [.. ExceedanceCurve.Of(one.Market.Waits)], HasDots: false))],
        0.0005,
        plot => new Curve("value dashed", [.. ExceedanceCurve.Exponential(plot.X, plot.Y)], HasDots: false).Draw(plot));

    static Figure Sizes(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Order sizes have heavy tails", "share of resting orders larger than …, in mean sizes; dashed: exponential",
        [.. markets.Select(one =>
            new Curve(one.Colour, [.. ExceedanceCurve.Of(one.Market.OrderSizes)], HasDots: false))],
        0.0005,
        plot => new Curve("value dashed", [.. ExceedanceCurve.Exponential(plot.X, plot.Y)], HasDots: false).Draw(plot));

    static Figure Impact(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogLog(
        "Impact is concave", "move up to the next trade by size, both over their means; dashed: size⁰·³",
        [.. markets.Select(one => new Curve(one.Colour, [.. RelativeImpact(one.Market)]))], 0.01,
        plot => FactPanel.PowerLaw(plot, new(0, 0), 0.3));

    static Figure Response(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.LogX(
        "Prices follow trades", "response of the midpoint in spreads, by lag in trades",
        [.. markets.Select(one => new Curve(one.Colour, one.Market.Response()))], behind: plot =>
            plot.Rule(0, "line muted thin"));

    static Figure BookShape(IReadOnlyList<(MarketStatistics Market, string Colour)> markets) => FactPanel.Linear(
        "The book is deepest inside", "mean lots by distance from the best in spreads, over the deepest",
        [.. markets.Select(one => new Curve(one.Colour, [.. one.Market.Book.Shape
            .Select((lots, distance) => new CurvePoint(distance, lots / one.Market.Book.Shape.Max()))]))],
        y: new(0, 1.05));

    /// <summary>Where a correlation is not positive for the first time, the memory has faded.</summary>
    static CurvePoint[] Positive(CurvePoint[] curve) => [.. curve.TakeWhile(point => point.Y > 0)];

    /// <summary>A memory that begins at 0.3, or at the top of the plot, and the noise of the shortest sample.</summary>
    static void Fading(Plot plot, double exponent, double noise)
    {
        FactPanel.Noise(plot, Math.Log10(noise));
        FactPanel.PowerLaw(plot, new(0, Math.Min(Math.Log10(0.3), plot.Y.High)), -exponent);
    }

    static IEnumerable<CurvePoint> Relative(MarketStatistics market)
    {
        double volume = Moments.Mean(market.Volumes) ?? 0;
        double move = Moments.Mean(market.AbsoluteReturns) ?? 0;
        return volume <= 0 || move <= 0 || market.Returns.Length < 40 ? []
            : BinnedMeans.Of(market.Volumes, market.AbsoluteReturns, 8).Where(bin => bin.Count >= LeastInBin).Select(
                bin => new CurvePoint(bin.X / volume, bin.Y / move));
    }

    static IEnumerable<CurvePoint> RelativeImpact(MarketStatistics market)
    {
        long count = market.ImpactBySize.Sum(bin => (long)bin.Count);
        double size = market.ImpactBySize.Sum(bin => bin.X * bin.Count) / Math.Max(1, count);
        double impact = market.ImpactBySize.Sum(bin => bin.Y * bin.Count) / Math.Max(1, count);
        return impact <= 0 ? [] : market.ImpactBySize.Select(bin => new CurvePoint(bin.X / size, bin.Y / impact));
    }

    static IEnumerable<CurvePoint> Thirteenths(double[] volume)
    {
        const int Parts = 13;
        double mean = Moments.Mean(volume) ?? 0;
        if (volume.Length < Parts || mean <= 0)
            yield break;

        for (int part = 0; part < Parts; part++)
        {
            double[] span = volume[(volume.Length * part / Parts)..(volume.Length * (part + 1) / Parts)];
            yield return new(part + 1, span.Average() / mean);
        }
    }
}
