namespace Rialto.Analysis;

/// <summary>Facts about orders, trades, the book and the impact of one on the other.</summary>
static class FlowFacts
{
    const string Flow = "Orders and trades";
    const string Book = "Book and impact";
    const double WideTail = 0.2;
    const int LeastTrades = 100;
    const int LeastOrders = 200;

    public static IEnumerable<Fact> All =>
    [
        new(
            "sign-memory", Flow, "Signs of trades persist", "correlation of successive signs", "above 0; 0.2 to 0.6",
            "Lillo, Farmer 2004")
        {
            Value = market => Autocorrelation.Of(market.Signs, 1),
            Holds = (market, value) => value > market.SignNoise,
            Obstacle = TooFewTrades,
        },
        new("sign-long-memory", Flow, "… with long memory", "exponent of its decay with the lag", "0 to 1; 0.4 to 0.7",
            "Lillo, Farmer 2004")
        {
            Value = market => MarketStatistics.DecayOf(market.SignDecay, market.SignNoise),
            Holds = (_, value) => value is > 0 and < 1,
            Obstacle = market => TooFewTrades(market)
                ?? (MarketStatistics.DecayOf(market.SignDecay, market.SignNoise) is null
                    ? "too little of it above noise"
                    : null),
        },
        new(
            "waiting-times", Flow, "Trades come in clusters", "Weibull shape of the time between them",
            "below 1; 0.4 to 0.9",
            "Politi, Scalas 2008")
        {
            Value = market => Weibull.Fit(market.Waits)?.Shape,
            // The shape of n exponential waits is within 1 ± 1.96·0.78/√n.
            Holds = (market, value) => value < 1 - (1.53 / Math.Sqrt(market.Waits.Length)),
            Obstacle = TooFewTrades,
        },
        new("counts", Flow, "Orders come in clusters", "Fano factor of their number per interval", "far above 1",
            "Vyetrenko et al. 2020")
        {
            Value = market => market.CountDispersion(),
            Holds = (_, value) => value > 1.5,
        },
        new("branching", Flow, "… which excite each other", "branching ratio of a Hawkes process", "0.5 to 0.95",
            "Hardiman, Bouchaud 2014")
        {
            Value = market => market.CountDispersion() is { } fano ? FanoFactor.BranchingRatio(fano) : null,
            Holds = (_, value) => value is >= 0.5 and < 1,
        },
        new(
            "order-sizes", Flow, "Order sizes have heavy tails", "Hill index of the largest 5\u2009%",
            "1 to 2.5 within its error; 1.3 to 1.7",
            "Gopikrishnan et al. 2000")
        {
            Value = market => HillTail.Of(market.OrderSizes),
            Holds = (market, value) => HillTail.IsWithin(value, market.OrderSizes.Length, HillTail.Usual, 1, 2.5),
            Obstacle = TooFewOrders,
        },
        new(
            "limit-prices", Flow, "Limit prices have heavy tails", "Hill index of distances from the best",
            "0.4 to 2 within its error; 0.6 to 1.5",
            "Zovko, Farmer 2002")
        {
            Value = market => HillTail.Of(market.LimitDistances, WideTail),
            Holds = (market, value) => HillTail.IsWithin(value, market.LimitDistances.Length, WideTail, 0.4, 2),
            Obstacle = TooFewOrders,
        },
        new(
            "cancels", Flow, "Most orders are canceled", "canceled per order that rested", "0.7 to 0.98",
            "Vyetrenko et al. 2020")
        {
            Value = market => market.CancelRatio,
            Holds = (_, value) => value is >= 0.7 and <= 0.98,
            Obstacle = TooFewOrders,
        },
        new(
            "lifetimes", Flow, "Some rest for long", "tail exponent of lifetimes of canceled orders",
            "1 to 3 within its error; about 2.1",
            "Challet, Stinchcombe 2001")
        {
            Value = market => 1 + HillTail.Of(market.CancelLifetimes, WideTail),
            Holds = (market, value) => HillTail.IsWithin(value - 1, market.CancelLifetimes.Length, WideTail, 0, 2),
            Obstacle = market =>
                TooFewOrders(market) ?? (market.CancelLifetimes.Length < 100 ? "too few cancels" : null),
        },
        new("queues", Book, "Short queues are frequent", "gamma shape of lots at the best price", "below 1; 0.7 to 0.8",
            "Bouchaud et al. 2002")
        {
            Value = market => GammaShape.Of(market.Book.Queues),
            Holds = (_, value) => value < 1,
        },
        new(
            "book-shape", Book, "The book is deepest inside", "spreads from the best price to the most depth",
            "1 or more",
            "Bouchaud et al. 2002")
        {
            Value = market => market.Book.Hump,
            Holds = (_, value) => value >= 1,
        },
        new(
            "impact", Book, "Impact is concave", "exponent of impact in size", "0 to 1; 0.2 to 0.5",
            "Potters, Bouchaud 2003")
        {
            Value = market => market.ImpactExponent(),
            Holds = (_, value) => value is > 0 and < 1,
            Obstacle = market => market.HasQuotes ? TooFewTrades(market) : "the tape has no quotes",
        },
        new(
            "spread-volatility", Book, "The spread pays for volatility", "spread / deviation per trade",
            "0.5 to 3; 1 to 1.5",
            "Wyart et al. 2008")
        {
            Value = market => market.SpreadPerVolatility(),
            Holds = (_, value) => value is >= 0.5 and <= 3,
            Obstacle = market => market.HasQuotes ? TooFewTrades(market) : "the tape has no quotes",
        },
    ];

    static string? TooFewTrades(MarketStatistics market) => market.Trades >= LeastTrades ? null
        : $"{NumberText.Of(market.Trades)} trades, needs {NumberText.Of(LeastTrades)}";

    static string? TooFewOrders(MarketStatistics market) => !market.HasOrders ? "the tape has no orders"
        : market.OrderSizes.Length >= LeastOrders ? null
        : $"{NumberText.Of(market.OrderSizes.Length)} orders, needs {NumberText.Of(LeastOrders)}";
}
