using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>What the public saw of every listing of a market, at evenly spaced times.</summary>
public sealed class MarketPath
{
    readonly int _listings;

    MarketPath(int listings, int points)
    {
        _listings = listings;
        Midpoints = Empty(listings, points);
        Spreads = Empty(listings, points);
        Volumes = Empty(listings, points);
    }

    /// <summary>
    /// By listing and time: the midpoint, in ticks; where a side is empty the one before, and no number as long as
    /// there was none.
    /// </summary>
    public double[][] Midpoints { get; }

    /// <summary>By listing and time: best ask minus best bid, in ticks; no number where a side is empty.</summary>
    public double[][] Spreads { get; }

    /// <summary>By listing and time: lots traded since the market began to be looked at.</summary>
    public double[][] Volumes { get; }

    /// <summary>Runs a market through the times, and looks at it at each of them.</summary>
    /// <param name="market">Not later than the first time.</param>
    /// <param name="times">Ascending; what happened up to and at a time counts.</param>
    public static MarketPath Of(Market market, IReadOnlyList<Timestamp> times)
    {
        int instruments = market.Directory.Instruments.Count;
        MarketPath path = new(market.Directory.Venues.Count * instruments, times.Count);
        TradedVolume traded = new(path._listings, instruments);
        market.Add(traded);
        for (int i = 0; i < times.Count; i++)
        {
            market.RunUntil(times[i]);
            for (int place = 0; place < path._listings; place++)
            {
                path.Look(
                    market.DisplayedBook(new(new((short)(place / instruments)), new((short)(place % instruments)))),
                    place, i, traded.Lots[place]);
            }
        }

        return path;
    }

    void Look(DisplayedBook book, int place, int i, long lots)
    {
        Volumes[place][i] = lots;
        bool isTwoSided = book.Best(Side.Buy) is not null && book.Best(Side.Sell) is not null;
        Spreads[place][i] =
            isTwoSided ? book.Best(Side.Sell)!.Value.Price.Ticks - book.Best(Side.Buy)!.Value.Price.Ticks : double.NaN;
        Midpoints[place][i] = isTwoSided
            ? (book.Best(Side.Sell)!.Value.Price.Ticks + book.Best(Side.Buy)!.Value.Price.Ticks) / 2.0
            : i > 0 ? Midpoints[place][i - 1] : double.NaN;
    }

    static double[][] Empty(int listings, int points) =>
        [.. Enumerable.Range(0, listings).Select(_ => new double[points])];

    sealed class TradedVolume(int listings, int instruments) : IMarketListener
    {
        public long[] Lots { get; } = new long[listings];

        public void OnStep(in Step step)
        {
            Listing listing = step.Input.Listing;
            foreach (ref readonly MarketEvent happened in step.Events)
            {
                if (happened.Kind == EventKind.Trade)
                    Lots[(listing.Venue.Value * instruments) + listing.Instrument.Value] += happened.Quantity.Lots;
            }
        }
    }
}
