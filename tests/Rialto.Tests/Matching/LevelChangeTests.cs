namespace Rialto.Tests.Matching;

/// <summary>
/// That each level is told at most once a step, and that the told book is the venue's, is checked in every test.
/// </summary>
public sealed class LevelChangeTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void A_level_tells_its_lots_and_its_orders()
    {
        _market.Buy(3, at: 100).Buy(4, at: 100).Cancel(1, remaining: 2).Cancel(1).Cancel(2);

        Assert.Equal(
            ["0 bid 3@100 of 1", "0 bid 7@100 of 2", "0 bid 6@100 of 2", "0 bid 4@100 of 1", "0 bid 0@100 of 0"],
            _market.Events.Where(line => line.Contains(" of ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_level_that_several_orders_leave_is_told_once()
    {
        _market.Sell(1, at: 100).Sell(1, at: 100).Sell(1, at: 100).Forget().Buy(2, at: 100);

        Assert.Equal(["0 ask 1@100 of 1"], _market.Events.Except(_market.WithoutLevels));
    }

    [Fact]
    public void A_replace_at_one_price_tells_the_level_once()
    {
        _market.Sell(5, at: 100).Forget().Replace(1, 3, at: 100);

        Assert.Equal(["0 replaced 1 by 2 Sell 3@100", "0 ask 3@100 of 1"], _market.Events);
    }

    [Fact]
    public void Many_levels_that_change_at_once_are_each_told_once()
    {
        for (int i = 0; i < 40; i++)
            _market.Sell(1, at: 100 + (i % 20));

        _market.Forget().Buy(39, at: 200);

        Assert.Equal(
            Enumerable.Range(100, 20).Select(price => price < 119 ? $"0 ask 0@{price} of 0" : "0 ask 1@119 of 1"),
            _market.Events.Except(_market.WithoutLevels));
    }

    [Fact]
    public void An_order_that_trades_completely_never_appears()
    {
        _market.Sell(5, at: 100).Forget().Buy(5, at: 103);

        Assert.Equal(["0 ask 0@100 of 0"], _market.Events.Except(_market.WithoutLevels));
    }
}
