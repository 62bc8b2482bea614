namespace Rialto.Analysis;

/// <summary>
/// The trades of a listing in bounded memory: all of them while they are few, then those that stand out.
/// </summary>
/// <remarks>
/// When they are many, first, lowest, highest and last price of each span of time remain, without the lots.
/// </remarks>
sealed class TradeSeries(Horizon horizon, int spans)
{
    /// <summary>Up to here every trade is kept with its lots.</summary>
    public const int MostExact = 2_000;

    readonly StepSeries _prices = new(horizon, spans);
    readonly List<TradePoint> _trades = [];

    public long Count { get; private set; }

    /// <summary>Whether every trade is still there.</summary>
    public bool IsExact => Count <= MostExact;

    public void Add(in TradePoint trade)
    {
        _prices.Add(trade.At, trade.Price);
        if (++Count <= MostExact)
            _trades.Add(trade);
    }

    /// <summary>Every trade; only while <see cref="IsExact"/>.</summary>
    public IReadOnlyList<TradePoint> Trades => _trades;

    /// <summary>Prices that stand for the trades, in ticks.</summary>
    public StepSeries Prices => _prices;
}
