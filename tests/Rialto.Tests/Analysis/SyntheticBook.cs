using Rialto.Trading;

namespace Rialto.Tests.Analysis;

/// <summary>A book that changes at random and is drawn towards a value.</summary>
sealed class SyntheticBook(long start)
{
    const int Reach = 25;

    readonly DisplayedBook _book = new();
    long _middle = start;

    public long Middle => _middle;

    /// <summary>
    /// Adds the events of one random change to a script: a level that changes, or a trade with the best one.
    /// </summary>
    public void Move(MarketScript script, RandomStream random, long value, int participants)
    {
        bool isPulled = random.NextDouble() < 0.1;
        Side side = isPulled ? (value > _middle ? Side.Sell : Side.Buy) : random.NextSide();
        Level? best = _book.Best(side);
        bool trades = participants > 1 && best is not null && random.NextDouble() < (isPulled ? 0.9 : 0.15);
        if (trades)
            Trade(script, random, side, best!.Value, participants);
        else
            Rest(script, random, side);

        if (_book.Best(Side.Buy) is { } bid && _book.Best(Side.Sell) is { } ask)
            _middle = (bid.Price.Ticks + ask.Price.Ticks) >> 1;
    }

    /// <summary>Takes every order out of the book, as the close of a session does.</summary>
    public void Empty(MarketScript script)
    {
        foreach (Side side in new[] { Side.Buy, Side.Sell })
        {
            foreach (Level level in _book.WorstFirst(side).ToArray())
                Set(script, side, 0, level.Price.Ticks);
        }
    }

    void Trade(MarketScript script, RandomStream random, Side side, Level best, int participants)
    {
        long lots = Math.Min(best.Quantity.Lots, 1 + (long)(4 * random.NextExponential()));
        int taker = (int)random.NextBelow((ulong)participants);
        int maker = (taker + 1 + (int)random.NextBelow((ulong)participants - 1)) % participants;
        (int buyer, int seller) = side == Side.Sell ? (taker, maker) : (maker, taker);
        script.Match(buyer, seller, lots, best.Price.Ticks, side.Opposite);
        Set(script, side, best.Quantity.Lots - lots, best.Price.Ticks);
    }

    void Rest(MarketScript script, RandomStream random, Side side)
    {
        long away = 1 + (long)(Reach * random.NextDouble() * random.NextDouble());
        long price = _middle - (side.Sign * away);
        if (_book.Best(side.Opposite) is { } contra && side.Crosses(new(price), contra.Price))
            return;

        double shape = away / 8.0;
        Set(
            script, side,
            random.NextDouble() < 0.25 ? 0 : 1 + (long)(20 * shape * Math.Exp(1 - shape) * random.NextExponential()),
            price);
        ReadOnlySpan<Level> levels = _book.WorstFirst(side);
        if (levels.Length > Reach)
            Set(script, side, 0, levels[0].Price.Ticks);
    }

    void Set(MarketScript script, Side side, long lots, long price)
    {
        script.Level(side, lots, price);
        _book.Set(side, new(new(price), new(lots), lots > 0 ? 1 : 0));
    }
}
