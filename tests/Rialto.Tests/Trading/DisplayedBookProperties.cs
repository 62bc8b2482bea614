using FsCheck;
using FsCheck.Fluent;
using Rialto.Trading;

namespace Rialto.Tests.Trading;

/// <summary>The displayed book is a sorted dictionary for each side, only faster.</summary>
public sealed class DisplayedBookProperties
{
    /// <summary>Few prices, so that levels are hit again; a quarter of the changes remove one.</summary>
    static readonly Gen<(Side Side, Level Level)> Changes =
        from side in Gen.Elements(Side.Buy, Side.Sell)
        from price in Gen.Choose(-12, 12)
        from lots in Gen.Choose(0, 3)
        select (side, new Level(new Price(price), new Quantity(lots), lots));

    [Fact]
    public void Both_sides_show_what_a_sorted_dictionary_holds() => Property.HoldsForLists(Changes, changes =>
    {
        DisplayedBook book = new();
        Dictionary<Side, SortedDictionary<long, Level>> oracle = new() { [Side.Buy] = [], [Side.Sell] = [] };

        foreach ((Side side, Level level) in changes)
        {
            book.Set(side, level);
            if (level.Quantity == Quantity.Zero)
                oracle[side].Remove(level.Price.Ticks);
            else
                oracle[side][level.Price.Ticks] = level;

            Level[] bids = [.. oracle[Side.Buy].Values];
            Level[] asks = [.. oracle[Side.Sell].Values.Reverse()];
            Assert.Equal(bids, book.WorstFirst(Side.Buy).ToArray());
            Assert.Equal(asks, book.WorstFirst(Side.Sell).ToArray());
            Assert.Equal(bids.Length > 0 ? bids[^1] : null, book.Best(Side.Buy));
            Assert.Equal(asks.Length > 0 ? asks[^1] : null, book.Best(Side.Sell));

            bool isThere = oracle[side].TryGetValue(level.Price.Ticks, out Level expected);
            Assert.Equal(isThere, book.TryGet(side, level.Price, out Level found));
            Assert.Equal(expected, found);
        }
    });

    [Fact]
    public void More_levels_than_there_was_room_for_are_kept()
    {
        DisplayedBook book = new();
        for (int price = 1; price <= 1000; price++)
        {
            book.Set(Side.Buy, new Level(new Price(price * 7 % 1009), Quantity.One, 1));
            book.Set(Side.Sell, new Level(new Price(price * 7 % 1009), Quantity.One, 1));
        }

        Level[] bids = book.WorstFirst(Side.Buy).ToArray();
        Assert.Equal(1000, bids.Length);
        Assert.Equal(bids.OrderBy(level => level.Price), bids);
        Assert.Equal(bids.Reverse(), book.WorstFirst(Side.Sell).ToArray());
    }

    [Fact]
    public void Only_a_level_change_changes_the_book()
    {
        DisplayedBook book = new();
        book.Apply(MarketEvent.LevelChanged(Side.Buy, new Level(new Price(100), new Quantity(5), 2)));
        book.Apply(MarketEvent.Trade(Side.Buy, Liquidity.Removed, new Price(101), new Quantity(5), new MatchNumber(1)));
        book.Apply(MarketEvent.StateChanged(TradingState.Closed));

        Assert.Equal([new Level(new Price(100), new Quantity(5), 2)], book.WorstFirst(Side.Buy).ToArray());

        book.Clear();
        Assert.Null(book.Best(Side.Buy));
    }
}
