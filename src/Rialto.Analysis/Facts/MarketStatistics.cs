using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The numbers and curves of one market that its facts are judged by and its panels show.</summary>
sealed class MarketStatistics
{
    /// <summary>In seconds: shorter sessions have no open, midday and close to compare.</summary>
    public const double MostOfADay = 5 * 3_600;

    const int Bins = 10;
    const int LongestLag = 1_000;

    readonly ListingRecord _listing;
    readonly FlowRecord _flow;
    readonly double[] _midpoints;

    public MarketStatistics(ObservedMarket market, ListingRecord listing)
    {
        (Market, _listing) = (market, listing);
        _flow = market.Record.FlowOf(listing.Listing);
        Session = listing.ClosedAt - market.Record.Run.Horizon.Start;
        Horizon horizon = market.Record.Run.Horizon;
        int every = (int)Math.Max(1, FactsInterval.Of(horizon).Nanoseconds / listing.SamplingWidth.Nanoseconds);
        Interval = listing.SamplingWidth * every;
        SampledPrices sampled = new(listing, every, canUseTrades: true);
        Returns = sampled.Returns;
        AbsoluteReturns = [.. Returns.Select(Math.Abs)];
        Volumes = sampled.Volumes;

        Signs = [.. SignsOf(market, _flow)];
        _midpoints = [.. _flow.Trades.Select(trade => 0.5 * trade.HalfTicksBefore ?? double.NaN)];
        Waits = [.. _flow.Trades.Zip(_flow.Trades.Skip(1), (one, next) => (next.At - one.At).Seconds).Where(wait =>
            wait > 0)];
        Book = new(listing, _listing.SpreadMean.Value);
        AbsoluteDecay = Decay(AbsoluteReturns);
        SignDecay = Decay(Signs);
        ImpactBySize = [.. ImpactBins()];
    }

    public ObservedMarket Market { get; }
    public Duration Session { get; }

    /// <summary>
    /// The horizon of one return: a minute, or less where a session is so short that these would be too few.
    /// </summary>
    public Duration Interval { get; }
    public double[] Returns { get; }
    public double[] AbsoluteReturns { get; }

    /// <summary>Lots traded over each return.</summary>
    public double[] Volumes { get; }

    /// <summary>1 for each incoming order that bought, −1 for each that sold; 0 while unknown.</summary>
    public double[] Signs { get; }

    /// <summary>Seconds between successive trades, where they are not simultaneous.</summary>
    public double[] Waits { get; }
    public BookStatistics Book { get; }

    /// <summary>The autocorrelation of absolute returns, and that of signs, at lags of growing distance.</summary>
    public CurvePoint[] AbsoluteDecay { get; }
    public CurvePoint[] SignDecay { get; }

    /// <summary>
    /// The mean move of the midpoint up to the next trade, in ticks in the direction of the trade, by lots.
    /// </summary>
    public BinnedMeans[] ImpactBySize { get; }

    public int Trades => _flow.Trades.Count;
    public bool HasOrders => _flow.Entries.Count > 0;
    public bool HasQuotes => _listing.SpreadMean.Value.HasValue;
    public double[] OrderSizes => [.. _flow.Sizes];
    public double[] LimitDistances => [.. _flow.Distances];
    public double[] CancelLifetimes => [.. _flow.Lifetimes];

    /// <summary>Cancels per order that came to rest.</summary>
    public double? CancelRatio => HasOrders ? (double)_flow.Cancels / _flow.Entries.Count : null;

    /// <summary>A correlation of independent values is beyond this in one case of twenty.</summary>
    public double Noise => 1.96 / Math.Sqrt(Math.Max(1, Returns.Length));

    public double SignNoise => 1.96 / Math.Sqrt(Math.Max(1, Signs.Length));

    /// <summary>Excess kurtosis of returns over several intervals; null if fewer than thirty of them.</summary>
    public double? KurtosisOver(int intervals) =>
        Returns.Length / intervals >= 30
            ? Moments.ExcessKurtosis(Analysis.Returns.Aggregate(Returns, intervals))
            : null;

    /// <summary>The mean autocorrelation of absolute returns at the first ten lags.</summary>
    public double? Clustering => Returns.Length >= 60
        ? Moments.Mean([.. Enumerable.Range(1, 10).Select(lag => Autocorrelation.Of(AbsoluteReturns, lag) ?? 0)])
        : null;

    /// <summary>
    /// The exponent β of a memory that fades as lag^−β; null if fewer than four of its first lags are above the noise.
    /// </summary>
    public static double? DecayOf(CurvePoint[] curve, double noise)
    {
        CurvePoint[] clear = [.. curve.TakeWhile(point => point.Y > noise)];
        return clear.Length < 4 ? null
            : -PowerLaw.OfDecay([.. clear.Select(point => point.X)], [.. clear.Select(point => point.Y)])?.Exponent;
    }

    /// <summary>
    /// Fano factor of the number of returns beyond the 99th percentile, in blocks of about a thirtieth.
    /// </summary>
    public double? Intermittency()
    {
        if (Returns.Length < 300)
            return null;

        double bar = Quantile.Of([.. AbsoluteReturns.Order()], 0.99);
        int block = Returns.Length / 30;
        return FanoFactor.Of([.. AbsoluteReturns.Chunk(block).Where(part => part.Length == block)
            .Select(part => (double)part.Count(value => value > bar))]);
    }

    /// <summary>Kurtosis of returns divided by their GARCH(1,1) volatility.</summary>
    public double? ConditionalKurtosis() => Garch.Fit(Returns) is { } garch
        ? Moments.ExcessKurtosis([.. Returns.Zip(garch.Deviations, (value, deviation) => value / deviation)])
        : null;

    /// <summary>Fano factor of orders that came to rest, or of trades where orders are unknown, per interval.</summary>
    public double? CountDispersion()
    {
        long[] times = HasOrders ? [.. _flow.Entries] : [.. _flow.Trades.Select(trade => trade.At.Nanoseconds)];
        int windows = (int)(Session.Nanoseconds / Interval.Nanoseconds);
        long start = Market.Record.Run.Horizon.Start.Nanoseconds;
        return windows >= 20 && times.Length >= 100
            ? FanoFactor.Of(FanoFactor.Counts(times, start, Interval.Nanoseconds, windows)) : null;
    }

    /// <summary>Lots traded by time of day: at most a hundred and twenty equal spans.</summary>
    public double[] IntradayVolume() =>
        [.. _listing.Volume.Bought.Zip(_listing.Volume.Sold, (bought, sold) => (double)(bought + sold))];

    /// <summary>Spread over the deviation of the midpoint from one trade to the next.</summary>
    public double? SpreadPerVolatility() =>
        Moments.StandardDeviation([.. Moves().Where(double.IsFinite)]) is > 0 and { } deviation
            ? _listing.SpreadMean.Value / deviation : null;

    /// <summary>The response of the midpoint, in spreads, up to a tenth of the trades later.</summary>
    public CurvePoint[] Response() => _listing.SpreadMean.Value is > 0 and { } spread
        ? [.. PowerLaw.Lags(Math.Min(LongestLag, Signs.Length / 10))
            .Select(lag => (Lag: lag, Value: ResponseFunction.Of(Signs, _midpoints, lag)))
            .Where(point => point.Value.HasValue)
            .Select(point => new CurvePoint(point.Lag, point.Value!.Value / spread))]
        : [];

    /// <summary>How impact grows with size: the exponent of the power law through its curve.</summary>
    public double? ImpactExponent() => ImpactBySize.Length < 4 ? null
        : PowerLaw.Fit(
            [.. ImpactBySize.Select(bin => bin.X)], [.. ImpactBySize.Select(bin => bin.Y)]) is { Points: >= 4 } law
            ? law.Exponent : null;

    IEnumerable<BinnedMeans> ImpactBins()
    {
        double[] moves = Moves();
        int[] known = [.. Enumerable.Range(0, moves.Length).Where(i => double.IsFinite(moves[i]))];
        return known.Length < 100 ? []
            : BinnedMeans.Of(
                [.. known.Select(i => (double)_flow.Trades[i].Lots)], [.. known.Select(i => moves[i] * Signs[i])],
                Bins);
    }

    /// <summary>Of the midpoint, from one trade to the next, in ticks.</summary>
    double[] Moves()
    {
        double[] moves = new double[Math.Max(0, _midpoints.Length - 1)];
        for (int i = 0; i < moves.Length; i++)
            moves[i] = _midpoints[i + 1] - _midpoints[i];

        return moves;
    }

    static CurvePoint[] Decay(double[] series) =>
        [.. PowerLaw.Lags(Math.Min(LongestLag, series.Length / 4))
            .Select(lag => (Lag: lag, Value: Autocorrelation.Of(series, lag)))
            .Where(point => point.Value.HasValue)
            .Select(point => new CurvePoint(point.Lag, point.Value!.Value))];

    static IEnumerable<double> SignsOf(ObservedMarket market, FlowRecord flow) => market.HasSides
        ? flow.Trades.Select(trade => (double)trade.Sign)
        : TickTest.Signs([.. flow.Trades.Select(trade => trade.Ticks)]);
}
