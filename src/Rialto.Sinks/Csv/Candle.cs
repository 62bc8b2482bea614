using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>What the trades of one listing in one interval have in common.</summary>
sealed class Candle
{
    Int128 _ticksTimesLots;

    public Price Open { get; private set; }
    public Price High { get; private set; }
    public Price Low { get; private set; }
    public Price Close { get; private set; }
    public Quantity Volume { get; private set; }
    public long Trades { get; private set; }

    /// <summary>The mean price per lot, in ticks; zero if no lot was traded.</summary>
    public decimal MeanTicks
    {
        get
        {
            if (Volume == Quantity.Zero)
                return 0;

            (Int128 whole, Int128 rest) = Int128.DivRem(_ticksTimesLots, Volume.Lots);
            return (long)whole + ((decimal)(long)rest / Volume.Lots);
        }
    }

    public void Add(Price price, Quantity quantity)
    {
        if (Trades++ == 0)
            Open = High = Low = price;

        High = Price.Max(High, price);
        Low = Price.Min(Low, price);
        Close = price;
        Volume += quantity;
        _ticksTimesLots += (Int128)price.Ticks * quantity.Lots;
    }

    public void Clear()
    {
        _ticksTimesLots = 0;
        Volume = Quantity.Zero;
        Trades = 0;
    }
}
