using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>An expiry belongs to the live order: it is exact, a replacement re-arms it, death disarms it.</summary>
public sealed class ExpiryTests
{
    readonly MarketTape _market = new();

    [Fact]
    public void An_order_expires_at_its_nanosecond()
    {
        _market.Buy(5, at: 100, until: 70).Forget();
        Assert.Equal(new Timestamp(70), _market.NextDeadline());

        _market.Until(69).Sell(2, at: 100).Until(70).Sell(1, at: 100);

        Assert.Equal(
        [
            "69 accepted 2 Sell 2@100",
            "69 executed 1 2@100 remaining 3 Added m1",
            "69 executed 2 2@100 remaining 0 Removed m1",
            "69 trade Sell 2@100 m1",
            "69 bid 3@100 of 1",
            "70 canceled 1 3 remaining 0 Expired",
            "70 bid 0@100 of 0",
            "70 accepted 3 Sell 1@100",
            "70 ask 1@100 of 1",
        ], _market.Events);
        Assert.Null(_market.NextDeadline());
    }

    [Fact]
    public void Orders_expire_in_the_order_of_their_expiries_and_then_of_their_acceptance()
    {
        _market.Buy(1, at: 1, until: 30).Sell(2, at: 9, until: 20).Buy(3, at: 2, until: 20).Buy(
            4, at: 3, until: 10).Forget().Until(40);

        Assert.Equal(
        [
            "10 canceled 4 4 remaining 0 Expired",
            "20 canceled 2 2 remaining 0 Expired",
            "20 canceled 3 3 remaining 0 Expired",
            "30 canceled 1 1 remaining 0 Expired",
        ], _market.WithoutLevels);
    }

    /// <summary>The LEEPS exchange armed a timer for the old token, so that a replacement never expired.</summary>
    [Fact]
    public void A_replacement_has_its_own_expiry()
    {
        _market.Buy(5, at: 100, until: 50).Replace(1, 5, at: 100, until: 80).Forget().Until(100);

        Assert.Equal(["80 canceled 2 5 remaining 0 Expired", "80 bid 0@100 of 0"], _market.Events);
    }

    [Fact]
    public void A_replacement_that_does_not_expire_disarms_the_expiry()
    {
        _market.Buy(5, at: 100, until: 50).Replace(1, 5, at: 100).Forget().Until(100);

        Assert.Empty(_market.Events);
        Assert.Equal("5@100 /", _market.Book());
    }

    [Fact]
    public void A_replacement_of_a_day_order_may_expire()
    {
        _market.Buy(5, at: 100).Replace(1, 5, at: 100, until: 50).Forget().Until(100);

        Assert.Equal(["50 canceled 2 5 remaining 0 Expired", "50 bid 0@100 of 0"], _market.Events);
    }

    [Fact]
    public void An_order_that_was_filled_or_canceled_does_not_expire()
    {
        _market.Buy(1, at: 100, until: 50).Sell(1, at: 100).Buy(1, at: 99, until: 60).Cancel(3).Forget();

        Assert.Null(_market.NextDeadline());
        Assert.Empty(_market.Until(100).Events);
    }

    [Fact]
    public void An_order_that_was_cut_still_expires()
    {
        _market.Buy(5, at: 100, until: 50).Cancel(1, remaining: 2).Forget().Until(50);

        Assert.Equal(["50 canceled 1 2 remaining 0 Expired", "50 bid 0@100 of 0"], _market.Events);
    }

    /// <summary>The order that is accepted next takes the dead one's place in memory.</summary>
    [Fact]
    public void An_order_is_not_killed_by_the_expiry_of_an_order_that_died_before_it()
    {
        _market.Buy(1, at: 100, until: 50).Cancel(1).Buy(2, at: 100).Buy(3, at: 99, until: 70).Cancel(3).Buy(
            4, at: 98, until: 90).Forget();
        Assert.Equal(new Timestamp(90), _market.NextDeadline());

        _market.Until(80);

        Assert.Empty(_market.Events);
        Assert.Equal("2@100 4@98 /", _market.Book());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_expiry_that_is_not_in_the_future_is_refused(long expiry)
    {
        _market.Until(10).Buy(5, at: 100, until: expiry).Buy(5, at: 100).Replace(2, 5, at: 100, until: expiry);

        Assert.Equal(
            ["10 rejected 1 InvalidExpiry", "10 accepted 2 Buy 5@100", "10 bid 5@100 of 1",
                "10 rejected 3 InvalidExpiry"],
            _market.Events);
    }

    [Fact]
    public void An_order_may_expire_at_a_point_that_no_run_reaches()
    {
        _market.Buy(5, at: 100, until: long.MaxValue).Forget();

        Assert.Empty(_market.Until(long.MaxValue - 1).Events);
        Assert.Equal(Timestamp.Never, _market.NextDeadline());
    }
}
