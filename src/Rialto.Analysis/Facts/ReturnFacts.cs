namespace Rialto.Analysis;

/// <summary>Facts about returns, their tails and their volatility.</summary>
static class ReturnFacts
{
    const string Returns = "Returns";
    const string Volatility = "Volatility";
    const string Cont = "Cont 2001";
    const int CoarseSteps = 5;
    const string GetReal = "Vyetrenko et al. 2020";

    public static IEnumerable<Fact> All =>
    [
        new("linear-autocorrelation", Returns, "No linear autocorrelation", "correlation of successive returns",
            "between ±0.05, or noise", Cont)
        {
            Value = market => Autocorrelation.Of(market.Returns, 1),
            Holds = (market, value) => Math.Abs(value) <= Math.Max(0.05, market.Noise),
            Obstacle = market => TooFew(market, 60)
                ?? (market.HasQuotes ? null : "prices of trades bounce")
                ?? (market.Interval.Seconds < 10 ? "holds from 10\u2009s on; shorter returns bounce" : null),
        },
        new("heavy-tails", Returns, "Heavy tails", "excess kurtosis", "above 0; 5 to 50 at 1–5\u2009min", Cont)
        {
            Value = market => Moments.ExcessKurtosis(market.Returns),
            Holds = IsBeyondNormal,
            Obstacle = market => TooFew(market, 60),
        },
        new(
            "tail-index", Returns, "… as a power law", "Hill index of the largest 5\u2009% of |returns|",
            "2 to 5 within its error; about 3",
            "Gopikrishnan et al. 1999")
        {
            Value = market => HillTail.Of(market.AbsoluteReturns),
            Holds = (market, value) => HillTail.IsWithin(value, market.Returns.Length, HillTail.Usual, 2, 5),
            Obstacle = market => TooFew(market, 200),
        },
        new(
            "conditional-tails", Returns, "Heavy tails given volatility",
            "excess kurtosis of returns / GARCH volatility",
            "above 0; less than that of returns", Cont)
        {
            Value = market => market.ConditionalKurtosis(),
            Holds = IsBeyondNormal,
            Obstacle = market => TooFew(market, 200),
        },
        new("aggregational-gaussianity", Returns, "Aggregational Gaussianity", "excess kurtosis over five intervals",
            "below that over one", Cont)
        {
            Value = market => market.KurtosisOver(5),
            Holds = (market, value) => value < market.KurtosisOver(1),
            Obstacle = market => TooFew(market, 150),
        },
        new("gain-loss-asymmetry", Returns, "Gain–loss asymmetry", "skewness", "below 0 in stock indices", Cont)
        {
            Value = market => Moments.Skewness(market.Returns),
            Holds = (_, value) => value < 0,
            Obstacle = NeedsDays,
        },
        new("volatility-clustering", Volatility, "Volatility clustering", "mean correlation of |returns|, lags 1–10",
            "above 0; 0.1 to 0.4 at first", Cont)
        {
            Value = market => market.Clustering,
            Holds = (market, value) => value > market.Noise / Math.Sqrt(10),
            Obstacle = market => TooFew(market, 60),
        },
        new(
            "volatility-memory", Volatility, "… with long memory", "exponent of its decay with the lag",
            "0 to 1; 0.2 to 0.4", Cont)
        {
            Value = market => MarketStatistics.DecayOf(market.AbsoluteDecay, market.Noise),
            Holds = (_, value) => value is > 0 and < 1,
            Obstacle = market => TooFew(market, 200)
                ?? (MarketStatistics.DecayOf(market.AbsoluteDecay, market.Noise) is null
                    ? "too little of it above noise"
                    : null),
        },
        new(
            "intermittency", Volatility, "Intermittency", "Fano factor of |returns| beyond their 99\u2009%", "above 1",
            Cont)
        {
            Value = market => market.Intermittency(),
            Holds = (_, value) => value > 1,
            Obstacle = market => TooFew(market, 300),
        },
        new("volume-volatility", Volatility, "Volume goes with volatility", "correlation of volume and |returns|",
            "above 0; 0.2 to 0.6", Cont)
        {
            Value = market => market.Returns.Length > 0 ? Correlation.Of(market.Volumes, market.AbsoluteReturns) : null,
            Holds = (market, value) => value > market.Noise,
            Obstacle = market => TooFew(market, 60),
        },
        new(
            "time-scale-asymmetry", Volatility, "Coarse foretells fine", "asymmetry of coarse and fine volatility",
            "above 0",
            "Müller et al. 1997")
        {
            Value = market => TimeScaleAsymmetry.Of(market.Returns, CoarseSteps),
            Holds = (_, value) => value > 0,
            Obstacle = market => TooFew(market, 200) ?? WithinNoise(market),
        },
        new(
            "return-volatility", Volatility, "Returns against volatility", "correlation of returns and |returns|",
            "below 0", GetReal)
        {
            Value = market => Correlation.Of(market.Returns, market.AbsoluteReturns),
            Holds = (_, value) => value < 0,
            Obstacle = NeedsDays,
        },
        new(
            "leverage", Volatility, "Leverage", "L(1) = ⟨r·r₊²⟩ / ⟨r²⟩²", "below 0; about −10 for daily returns",
            "Bouchaud et al. 2001")
        {
            Value = market => Leverage.Of(market.Returns, 1),
            Holds = (_, value) => value < 0,
            Obstacle = NeedsDays,
        },
        new(
            "u-shape", Volatility, "Busy open and close", "volume at the ends over that at midday", "above 1; 2 to 4",
            "Jain, Joh 1988")
        {
            Value = market => UShape.Of(market.IntradayVolume()),
            Holds = (_, value) => value > 1,
            Obstacle = market => market.Session.Seconds < MarketStatistics.MostOfADay ? "needs most of a day" : null,
        },
    ];

    /// <summary>The excess kurtosis of n normal values is within ±1.96·√(24/n) in nineteen cases of twenty.</summary>
    static bool IsBeyondNormal(MarketStatistics market, double kurtosis) =>
        kurtosis > 1.96 * Math.Sqrt(24.0 / market.Returns.Length);

    static string? TooFew(MarketStatistics market, int wanted) => market.Returns.Length >= wanted ? null
        : $"{NumberText.Of(market.Returns.Length)} returns, needs {NumberText.Of(wanted)}";

    /// <summary>
    /// The difference of two correlations of coarse steps says nothing if it is less than chance makes it.
    /// </summary>
    static string? WithinNoise(MarketStatistics market) =>
        Math.Abs(TimeScaleAsymmetry.Of(market.Returns, CoarseSteps) ?? 0) < market.Noise * Math.Sqrt(2 * CoarseSteps)
            ? "within noise"
            : null;

    static string? NeedsDays(MarketStatistics market) =>
        market.Session.Seconds < 5 * 86_400 ? "needs days, not hours" : null;
}
