using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>
/// <c>candles.csv</c>: one row per listing and interval in which it traded, by time, then by listing.
/// </summary>
/// <remarks>
/// <code>
/// column      meaning
/// time        begin of the interval, seconds since the run's origin; its end belongs to the next
/// venue       name
/// instrument  symbol
/// open        price of the first trade, currency
/// high        highest price, currency
/// low         lowest price, currency
/// close       price of the last trade, currency
/// volume      lots traded
/// trades      number of trades
/// vwap        mean price per lot, currency, with four more decimals than a price
/// </code>
/// </remarks>
public sealed class CandlesCsv : ISink
{
    readonly MarketDirectory _directory;
    readonly Duration _interval;
    readonly ListingTable<Candle> _candles;
    readonly MarketRows _rows;
    Timestamp _begin;
    bool _hasTrades;

    /// <param name="directory">The names.</param>
    /// <param name="stream">Written from its position on, and disposed with the sink.</param>
    /// <param name="interval">Strictly positive; one second if not given.</param>
    public CandlesCsv(MarketDirectory directory, Stream stream, Duration? interval = null)
    {
        _directory = directory;
        _interval = interval ?? Duration.FromMilliseconds(1000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_interval, Duration.Zero, nameof(interval));
        _candles = new ListingTable<Candle>(directory);
        _rows = new MarketRows(
            directory, stream, "time", "venue", "instrument", "open", "high", "low", "close", "volume", "trades",
            "vwap");
    }

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind == EventKind.Trade)
                Add(step, happened);
        }
    }

    /// <summary>Writes the last interval, also if it did not end.</summary>
    public void Complete()
    {
        EndInterval();
        _rows.Flush();
    }

    public void Dispose() => _rows.Dispose();

    void Add(in Step step, in MarketEvent trade)
    {
        long into = step.Input.At.Nanoseconds % _interval.Nanoseconds;
        Timestamp begin = step.Input.At - new Duration(into < 0 ? into + _interval.Nanoseconds : into);
        if (begin != _begin)
            EndInterval();

        _begin = begin;
        _hasTrades = true;
        _candles[step.Input.Listing].Add(trade.Price, trade.Quantity);
    }

    void EndInterval()
    {
        if (!_hasTrades)
            return;

        for (int place = 0; place < _candles.Count; place++)
        {
            (Listing listing, Candle? candle) = _candles.At(place);
            if (candle is null || candle.Trades == 0)
                continue;

            Write(listing, candle);
            candle.Clear();
        }

        _hasTrades = false;
    }

    void Write(Listing listing, Candle candle)
    {
        Instrument instrument = _directory[listing.Instrument];
        _rows.Add(_begin);
        _rows.Add(listing);
        _rows.Add(listing.Instrument, candle.Open);
        _rows.Add(listing.Instrument, candle.High);
        _rows.Add(listing.Instrument, candle.Low);
        _rows.Add(listing.Instrument, candle.Close);
        _rows.Add(candle.Volume);
        _rows.Add(candle.Trades);
        _rows.Add(candle.MeanTicks * instrument.TickSize, instrument.Decimals + 4);
        _rows.EndRow();
    }
}
