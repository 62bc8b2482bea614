using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

public sealed class SeveralInstrumentsTests
{
    readonly MarketTape _market = new(
        [new ContinuousRules(), new BatchRules { Interval = new(10) }, new ContinuousRules()]);

    [Fact]
    public void Each_instrument_has_its_own_book_and_all_share_the_numbers()
    {
        _market.Sell(1, at: 100, on: 0).Buy(1, at: 100, on: 2).Buy(1, at: 100, on: 0).Sell(1, at: 100, on: 2);

        Assert.Equal(["0 trade Buy 1@100 m1", "0 trade Sell 1@100 m2"], _market.OnlyMatches);
        Assert.Equal((0, 0), (_market.CashOf(MarketTape.Ann) - 200, _market.LotsOf(MarketTape.Ann, on: 1)));
        Assert.Equal((-1, -1), (_market.LotsOf(MarketTape.Ann, on: 0), _market.LotsOf(MarketTape.Ann, on: 2)));
    }

    [Fact]
    public void Each_instrument_has_its_own_rule_of_trading()
    {
        _market.Sell(1, at: 100, on: 1).Buy(1, at: 100, on: 1).Forget().Until(10);

        Assert.Equal(
        [
            "10 executed 2 1@100 remaining 0 Auction m1",
            "10 executed 1 1@100 remaining 0 Auction m1",
            "10 trade 1@100 m1",
            "10 auction ended 1@100",
        ], _market.Events);
    }

    [Fact]
    public void An_order_is_found_only_where_it_is_listed()
    {
        _market.Sell(1, at: 100, on: 0).Forget().Cancel(1, on: 2).Replace(1, 1, at: 101, on: 2).CancelAll(
            MarketTape.Ann, on: 2);

        Assert.Equal(
            ["0 rejected 1 UnknownOrder", "0 rejected 2 UnknownOrder", "0 rejected 0 NothingToCancel"], _market.Events);
        Assert.Equal("/ 1@100", _market.Book());
    }

    [Fact]
    public void A_name_is_used_up_at_the_whole_venue()
    {
        _market.Sell(1, at: 100, on: 0, named: 5).Sell(1, at: 100, on: 2, named: 5);

        Assert.Equal("0 rejected 5 DuplicateClientOrderId", _market.Events[^1]);
    }

    [Fact]
    public void Instruments_close_one_by_one()
    {
        _market.Sell(1, at: 100, on: 0).Sell(1, at: 100, on: 2).Forget().Close(on: 0).Buy(1, at: 100, on: 0).Buy(
            1, at: 100, on: 2);

        Assert.Equal(
        [
            "0 canceled 1 1 remaining 0 Closed",
            "0 ask 0@100 of 0",
            "0 closed",
            "0 rejected 3 Closed",
            "0 accepted 4 Buy 1@100",
            "0 executed 2 1@100 remaining 0 Added m1",
            "0 executed 4 1@100 remaining 0 Removed m1",
            "0 trade Buy 1@100 m1",
            "0 ask 0@100 of 0",
        ], _market.Events);
    }

    [Fact]
    public void An_order_expires_at_its_own_instrument()
    {
        _market.Sell(1, at: 100, on: 2, until: 5).Forget();

        Assert.Equal((null, new Timestamp(5)), (_market.NextDeadline(on: 0), _market.NextDeadline(on: 2)));
        Assert.Equal(["5 canceled 1 1 remaining 0 Expired", "5 ask 0@100 of 0"], _market.Until(6).Events);
    }
}
