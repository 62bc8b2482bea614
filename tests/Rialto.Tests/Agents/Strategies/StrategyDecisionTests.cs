using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Strategies;

/// <summary>What arbitrageurs, funds, hedgers, dip buyers, spoofers and the like decide, worked out by hand.</summary>
public sealed class StrategyDecisionTests
{
    [Theory]
    [InlineData(100, 103, 2, 3)] // Three lots are offered at 100 and bid for at 103.
    [InlineData(100, 102, 2, 3)]
    [InlineData(100, 101, 2, 0)] // Not enough profit.
    [InlineData(100, 99, 0, 0)]
    public void An_arbitrageur_trades_what_both_quotes_show_if_it_pays(long ask, long bid, long profit, long lots) =>
        Assert.Equal(
            new Quantity(lots),
            VenueArbitrageur.Lots(Quote(98, 5, ask, 3), Quote(bid, 4, 110, 5), new Ticks(profit), new Quantity(10)));

    [Fact]
    public void An_arbitrageur_never_trades_more_than_its_clip() =>
        Assert.Equal(
            new Quantity(2),
            VenueArbitrageur.Lots(Quote(98, 5, 100, 3), Quote(103, 4, 110, 5), new Ticks(1), new Quantity(2)));

    [Theory]
    [InlineData(false, 1000, 991, null)]
    [InlineData(false, 1000, 990, Side.Buy)] // One percent below the high.
    [InlineData(true, 990, 1005, Side.Sell)] // One and a half percent above what it paid.
    [InlineData(true, 990, 1004, null)]
    [InlineData(true, 990, 980, Side.Sell)] // One percent below.
    public void A_dip_buyer_buys_after_a_fall_and_sells_after_a_rise_or_a_further_fall(
        bool owns, long reference, long price, Side? side) =>
        Assert.Equal(side, DipBuyer.Decide(owns, new Price(reference), new Price(price), drop: 0.01, reward: 1.5));

    [Theory]
    [InlineData(0, 900)]
    [InlineData(1.5, 885)]
    [InlineData(-20, 999)] // Never at or above the opening.
    public void A_stop_lies_below_the_opening(double normal, long trigger) =>
        Assert.Equal(
            new Price(trigger), StopLossHolder.Trigger(new Price(1_000), new Ticks(100), new Ticks(10), normal));

    [Theory]
    [InlineData(100, 9, 0)] // 60 % is what it wants.
    [InlineData(101, 9, 0)] // 60.2 %: within the band.
    [InlineData(120, 9, -4)] // 64 % of 11 200: 56 lots would be 60 %.
    [InlineData(80, 9, 6)] // 55 % of 8 800: 66 lots.
    [InlineData(80, 5, 5)] // No more than a clip.
    public void A_fund_trades_back_to_its_weight(double price, long clip, long lots) =>
        Assert.Equal(lots, Rebalancer.Lots(cash: 4_000, owned: 60, price, weight: 0.6, band: 0.01, clip));

    [Theory]
    [InlineData(-0.5, 100, 110, 5)] // Short gamma buys what has risen.
    [InlineData(-0.5, 100, 90, -5)]
    [InlineData(0.5, 100, 110, -5)] // Long gamma sells it.
    [InlineData(0.5, 100, 109, 0)] // Within the band.
    public void A_hedger_trades_against_the_change_of_its_delta(double gamma, long hedged, long price, long lots) =>
        Assert.Equal(lots, GammaHedger.Lots(gamma, new Price(hedged), new Price(price), new Ticks(10)));

    [Fact]
    public void A_spoofer_shows_much_behind_the_other_side()
    {
        (Order meant, Order shown) =
            Spoofer.Attempt(Side.Buy, Quote(98, 5, 100, 3), new Quantity(2), new Quantity(50), new Ticks(3))!.Value;

        Assert.Equal(Order.Limit(Side.Buy, new Quantity(2), new Price(98)).PostOnly(), meant);
        Assert.Equal(Order.Limit(Side.Sell, new Quantity(50), new Price(103)).PostOnly(), shown);
        Assert.Null(Spoofer.Attempt(
            Side.Buy, new Quote(Timestamp.Zero, new DisplayedBook()), Quantity.One, Quantity.One, new Ticks(1)));
    }

    [Theory]
    [InlineData(1_000, 80, 900, 20)] // A tenth of 1 000 is 100.
    [InlineData(1_000, 100, 900, 0)]
    [InlineData(1_000, 0, 30, 30)] // No more than is left.
    [InlineData(9_000, 0, 900, 50)] // No more than a clip.
    public void A_share_of_the_volume_is_made_up_for(long volume, long traded, long left, long due) =>
        Assert.Equal(due, PovOrder.Due(0.1, volume, traded, left, clip: 50));

    /// <summary>P(reach ≥ δ) = min(1, share · e^(−decay δ)).</summary>
    [Theory]
    [InlineData(0.7, 0)] // One with a uniform number equal to the share reaches the value, and no farther.
    [InlineData(0.35, 0.6931471805599453)]
    [InlineData(1, -0.35667494393873245)]
    public void How_far_a_taker_reaches(double uniform, double reach) =>
        Assert.Equal(reach, ReachingOrders.Reach(uniform, share: 0.7, decay: 1), 1e-12);

    static Quote Quote(long bid, long bidLots, long ask, long askLots)
    {
        DisplayedBook book = new();
        book.Set(Side.Buy, new Level(new Price(bid), new Quantity(bidLots), 1));
        book.Set(Side.Sell, new Level(new Price(ask), new Quantity(askLots), 1));
        return new Quote(Timestamp.Zero, book);
    }
}
