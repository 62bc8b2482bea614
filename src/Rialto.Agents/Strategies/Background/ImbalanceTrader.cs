using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Holds a position on the side of the book that has more, and closes it once that share has come back.
/// </summary>
/// <remarks>
/// With the bids' share of all lots in the best levels: long above ½ + entry, short below ½ − entry; a trailing stop
/// follows the share and closes the position. Source: the OrderBookImbalanceAgent of ABIDES (arXiv 1904.12066), whose
/// code goes with the imbalance; that imbalance predicts the next price: Cont, Kukanov and Stoikov, J. Financial
/// Econometrics 12(1), 2014.
/// </remarks>
/// <param name="interval">The time between two looks at the book.</param>
/// <param name="levels">How many levels of each side count.</param>
/// <param name="entry">How far from one half the share must be to open a position.</param>
/// <param name="trail">How far behind the best share the stop follows.</param>
/// <param name="position">Lots of a position.</param>
[Population("imbalance-traders")]
public sealed class ImbalanceTrader(Duration interval, int levels, double entry, double trail, int position) : Agent
{
    readonly int _levels =
        levels > 0 ? levels : throw new ArgumentOutOfRangeException(nameof(levels), "A level or more counts.");
    readonly Duration _interval = interval > Duration.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), "The time between two looks is above zero.");

    /// <summary>What it holds, and where its stop is.</summary>
    /// <param name="Held">−1 short, 0 flat, +1 long.</param>
    /// <param name="Stop">The share of the bids at which it closes.</param>
    public readonly record struct Stance(int Held, double Stop);

    /// <summary>The bids' share of all lots in the best levels; null while a side is empty.</summary>
    public static double? Share(DisplayedBook book, int levels)
    {
        long bids = Lots(book.WorstFirst(Side.Buy), levels);
        long asks = Lots(book.WorstFirst(Side.Sell), levels);
        return bids > 0 && asks > 0 ? bids / (double)(bids + asks) : null;
    }

    /// <summary>The next stance, given the bids' share.</summary>
    public static Stance Decide(Stance stance, double share, double entry, double trail)
    {
        if (stance.Held == 0)
        {
            return share > 0.5 + entry ? new(1, share - trail)
                : share < 0.5 - entry ? new(-1, share + trail)
                : stance;
        }

        double stop = stance.Held > 0 ? Math.Max(stance.Stop, share - trail) : Math.Min(stance.Stop, share + trail);
        bool isStopped = stance.Held > 0 ? share < stop : share > stop;
        return isStopped ? default : stance with { Stop = stop };
    }

    protected override async AgentTask TradeAsync(IMarketAccess market)
    {
        market.WatchDepth(market.Home);
        Stance stance = default;
        while (market.IsOpen)
        {
            await market.Sleep(_interval);
            if (Share(market.Depth(market.Home), _levels) is not { } share)
                continue;

            stance = Decide(stance, share, entry, trail);
            if (market.TryQuote(out Quote quote) && market.TakeUpTo((long)stance.Held * position, quote) is { } order)
                market.Enter(order);
        }
    }

    static long Lots(ReadOnlySpan<Level> worstFirst, int levels)
    {
        long lots = 0;
        for (int i = 0; i < Math.Min(levels, worstFirst.Length); i++)
            lots += worstFirst[^(i + 1)].Quantity.Lots;

        return lots;
    }
}
