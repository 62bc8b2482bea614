using Rialto.Matching;
using static Rialto.Trading.OrderFlags;
using static Rialto.Trading.Side;
using static Rialto.Trading.TimeInForce;

namespace Rialto.Tests.Matching.Vectors;

/// <summary>Which terms of an order are refused, and why.</summary>
public sealed class TermsVectors
{
    const long TooFar = 1_000_000_000_001;

    [Fact]
    public void Instructions_that_contradict_each_other()
    {
        EveryVenue.Refuses(market => market.Buy(1, at: 100, flags: Slide), "InvalidRequest");
        EveryVenue.Refuses(market => market.Buy(1, at: 100, ImmediateOrCancel, PostOnly), "InvalidRequest");
        EveryVenue.Refuses(market => market.Buy(1, at: 100, flags: CancelResting | Decrement), "InvalidRequest");
    }

    [Fact]
    public void Instructions_to_an_order_that_waits()
    {
        EveryVenue.Refuses(market => market.Stop(Buy, 1, trigger: 100, flags: Hidden), "InvalidRequest");
        EveryVenue.Refuses(market => market.Stop(Buy, 1, trigger: 100, flags: PostOnly), "InvalidRequest");
        EveryVenue.Tells(
            market => market.Stop(Buy, 1, trigger: 100, flags: Decrement | LeavesQuantity), "0 accepted 1 Buy 1@0");
    }

    [Fact]
    public void Triggers()
    {
        EveryVenue.Refuses(market => market.Stop(Buy, 1, trigger: TooFar), "InvalidTrigger");
        EveryVenue.Refuses(market => market.StopLimit(Sell, 1, trigger: -TooFar, at: 1), "InvalidTrigger");
        EveryVenue.Refuses(market => market.IfTouched(Sell, 1, trigger: TooFar), "InvalidTrigger");
        EveryVenue.Tells(
            market => market.Replace(9, 1, at: 1, trigger: TooFar, by: MarketTape.Ann), "0 rejected 1 UnknownOrder");
    }

    [Fact]
    public void Offsets()
    {
        EveryVenue.Refuses(market => market.Trail(Buy, 1, distance: 0), "InvalidOffset");
        EveryVenue.Refuses(market => market.Trail(Buy, 1, distance: TooFar), "InvalidOffset");
        EveryVenue.Refuses(market => market.MidpointPeg(Buy, 1, limit: 1, offset: -1), "InvalidOffset");
        EveryVenue.Refuses(market => market.PrimaryPeg(Buy, 1, limit: 1, offset: TooFar), "InvalidOffset");
    }

    [Fact]
    public void Displayed_quantities()
    {
        EveryVenue.Refuses(market => market.Buy(3, at: 100, displayed: 4), "InvalidDisplayedQuantity");
        EveryVenue.Refuses(market => market.Buy(3, at: 100, displayed: 1, flags: Hidden), "InvalidDisplayedQuantity");
        EveryVenue.Refuses(market => market.Buy(3, at: 100, FillOrKill, displayed: 1), "InvalidDisplayedQuantity");
    }

    [Fact]
    public void Minimum_quantities()
    {
        EveryVenue.Refuses(market => market.Buy(3, at: 100, minimum: 2), "InvalidMinimumQuantity");
        EveryVenue.Refuses(market => market.Buy(3, at: 100, minimum: 4, flags: Hidden), "InvalidMinimumQuantity");
        EveryVenue.Refuses(market => market.Buy(3, at: 100, FillOrKill, minimum: 2), "InvalidMinimumQuantity");
        EveryVenue.Tells(market => market.Buy(3, at: 100, minimum: 1), "0 accepted 1 Buy 3@100");
    }

    [Fact]
    public void What_a_settlement_that_may_cut_cannot_promise()
    {
        EveryVenue.Accounts shrinking = new(SettlementPolicy.ShrinkAtMatch);
        EveryVenue.Accounts reserving = new(SettlementPolicy.Reserve, Cash: [0, 1000, 0, 0]);
        EveryVenue.Refuses(
            shrinking, market => market.Buy(3, at: 100, ImmediateOrCancel, minimum: 2), "OrderTypeNotSupported");
        EveryVenue.Refuses(
            shrinking, market => market.StopLimit(Buy, 3, trigger: 1, at: 100, timeInForce: FillOrKill),
            "FillOrKillNotSupported");
        EveryVenue.Refuses(reserving, market => market.BuyAtMarket(3, minimum: 2), "OrderTypeNotSupported");
        EveryVenue.Refuses(
            reserving, market => market.Stop(Buy, 3, trigger: 1, timeInForce: FillOrKill), "FillOrKillNotSupported");
        EveryVenue.Tells(reserving, market => market.Buy(3, at: 100, ImmediateOrCancel, minimum: 2).Forget(), []);
    }

    [Fact]
    public void What_a_batch_has_no_use_for()
    {
        BatchRules batches = new() { Interval = new(10) };
        EveryVenue.Says(
            batches,
            market => market.Stop(Buy, 1, trigger: 1).MidpointPeg(Buy, 1, limit: 1).Buy(1, at: 1, flags: Hidden).Buy(
                2, at: 1, displayed: 1)
                .Buy(2, at: 1, ImmediateOrCancel, minimum: 2).Buy(1, at: 1, flags: CancelBoth).Buy(
                    1, at: 1, flags: PostOnly | Slide),
            "0 rejected 1 OrderTypeNotSupported",
            "0 rejected 2 OrderTypeNotSupported",
            "0 rejected 3 OrderTypeNotSupported",
            "0 rejected 4 OrderTypeNotSupported",
            "0 rejected 5 OrderTypeNotSupported",
            "0 rejected 6 OrderTypeNotSupported",
            "0 rejected 7 PostOnlyNotSupported");
    }
}
