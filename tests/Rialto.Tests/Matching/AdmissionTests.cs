using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

public sealed class AdmissionTests
{
    const long MostLots = 1_000_000_000;
    const long FarthestTicks = 1_000_000_000_000;

    readonly MarketTape _market = new();

    Request Valid =>
        _market.Blank(RequestKind.Enter, MarketTape.Ann) with { Order = new(1), Limit = new(100), Quantity = new(1) };

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_participant_that_does_not_exist_is_refused(int participant) =>
        AssertRefused(Valid with { Participant = new(participant) }, RejectReason.UnknownParticipant);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(short.MinValue)]
    [InlineData(short.MaxValue)]
    public void An_instrument_that_does_not_exist_is_refused(short instrument) =>
        AssertRefused(Valid with { Listing = new(new(0), new(instrument)) }, RejectReason.UnknownInstrument);

    [Fact]
    public void A_value_that_no_field_can_have_is_refused()
    {
        AssertRefused(Valid with { Kind = (RequestKind)6 }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { Kind = (RequestKind)255 }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { Side = (Side)2 }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { Type = (OrderType)8, Order = new(2) }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { TimeInForce = (TimeInForce)5, Order = new(3) }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { Flags = (OrderFlags)2, Order = new(4) }, RejectReason.InvalidRequest);
        AssertRefused(Valid with { Flags = (OrderFlags)255, Order = new(5) }, RejectReason.InvalidRequest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MostLots + 1)]
    [InlineData(long.MaxValue)]
    public void No_lots_or_too_many_are_refused(long lots)
    {
        AssertRefused(Valid with { Quantity = new(lots) }, RejectReason.InvalidQuantity);
        AssertRefused(
            Valid with { Quantity = new(lots), Type = OrderType.Market, Order = new(2) }, RejectReason.InvalidQuantity);
    }

    [Theory]
    [InlineData(FarthestTicks + 1, 1)]
    [InlineData(-FarthestTicks - 1, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(FarthestTicks, 1001)]
    [InlineData(-FarthestTicks, 1001)]
    [InlineData(1_000_001, MostLots)]
    public void A_price_beyond_the_range_is_refused_and_so_is_one_for_too_many_lots(long price, long lots) =>
        AssertRefused(Valid with { Limit = new(price), Quantity = new(lots) }, RejectReason.InvalidPrice);

    [Theory]
    [InlineData(FarthestTicks, 1000)]
    [InlineData(-FarthestTicks, 1000)]
    [InlineData(1_000_000, MostLots)]
    [InlineData(0, MostLots)]
    public void The_ends_of_the_range_are_accepted(long price, long lots)
    {
        _market.Send(Valid with { Limit = new(price), Quantity = new(lots) });

        Assert.Equal([$"0 accepted 1 Buy {lots}@{price}", $"0 bid {lots}@{price} of 1"], _market.Events);
    }

    [Fact]
    public void The_range_counts_what_a_tick_costs()
    {
        MarketDirectory directory = new(
            ["venue"], [new Instrument { Symbol = "I", TickSize = 1, CashPerTick = 1_000_000 }],
            [new("a", "a", Cash.Zero, [0])]);
        CheckedVenue venue = new([new ContinuousRules()], directory, SettlementPolicy.Unlimited, _ =>
            new RandomStream(1, ""));

        venue.Apply(Valid with { Limit = new(1_000_001), Quantity = new(1000) }, default);
        Assert.Equal(RejectReason.InvalidPrice, venue.Events.Written[0].RejectReason);
        venue.Apply(Valid with { Order = new(2), Limit = new(1_000_000), Quantity = new(1000) }, default);
        Assert.Equal(EventKind.Accepted, venue.Events.Written[0].Kind);
    }

    [Theory]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void A_negative_price_needs_accounts_without_limits(SettlementPolicy settlement)
    {
        MarketTape market = new(settlement: settlement, cash: [9, 9, 9, 9]);
        market.Buy(1, at: -1);

        Assert.Equal(["0 rejected 1 InvalidPrice"], market.Events);
    }

    [Fact]
    public void Names_must_ascend()
    {
        _market.Buy(1, at: 100, named: 5).Forget()
            .Buy(1, at: 100, named: 5).Buy(1, at: 100, named: 4).Buy(1, at: 100, named: 0).Buy(1, at: 100, named: -1)
            .Buy(1, at: 100, named: long.MinValue).Buy(1, at: 100, named: 7).Buy(1, at: 100, named: 6);

        Assert.Equal(
        [
            "0 rejected 5 DuplicateClientOrderId",
            "0 rejected 4 DuplicateClientOrderId",
            "0 rejected 0 DuplicateClientOrderId",
            "0 rejected -1 DuplicateClientOrderId",
            "0 rejected -9223372036854775808 DuplicateClientOrderId",
            "0 accepted 7 Buy 1@100",
            "0 rejected 6 DuplicateClientOrderId",
        ], _market.WithoutLevels);
    }

    [Fact]
    public void Every_participant_has_names_of_its_own()
    {
        _market.Buy(1, at: 100, named: 5, by: MarketTape.Ann).Buy(2, at: 100, named: 5, by: MarketTape.Bob).Cancel(
            5, by: MarketTape.Ann);

        Assert.Equal("2@100 /", _market.Book());
    }

    [Fact]
    public void A_refused_order_has_used_its_name_up()
    {
        _market.Buy(0, at: 100, named: 5).Buy(1, at: 100, named: 5).Replace(4, 1, at: 100, by: MarketTape.Bob, named: 6)
            .Buy(1, at: 100, named: 6);

        Assert.Equal(
        [
            "0 rejected 5 InvalidQuantity",
            "0 rejected 5 DuplicateClientOrderId",
            "0 rejected 6 UnknownOrder",
            "0 rejected 6 DuplicateClientOrderId",
        ], _market.Events);
    }

    [Fact]
    public void Every_reason_for_a_refusal_is_met_in_these_tests()
    {
        HashSet<RejectReason> met = [];
        MarketTape reserve = new(settlement: SettlementPolicy.Reserve, cash: [10, 10, 10, 10], lots: [1, 1, 1, 1]);
        reserve.Buy(11, at: 1).Sell(2, at: 1).BuyAtMarket(1, TimeInForce.FillOrKill);
        MarketTape batch = MarketTape.OfBatches().Buy(1, at: 1, flags: OrderFlags.PostOnly);
        _market.Send(Valid with { Participant = new(9) }).Send(Valid with { Listing = new(default, new(9)) }).Send(
            Valid with { Side = (Side)9 })
            .Buy(0, at: 1).Buy(1, at: long.MaxValue).Buy(1, at: 1, until: 0).Sell(1, at: 5).Buy(
                1, at: 5, flags: OrderFlags.PostOnly)
            .Sell(1, at: 5, named: 1).Cancel(99, by: MarketTape.Ann).CancelAll(MarketTape.Dan).Close().Buy(1, at: 1);

        foreach (string line in _market.Events.Concat(reserve.Events).Concat(batch.Events).Where(line =>
            line.Contains("rejected", StringComparison.Ordinal)))
            met.Add(Enum.Parse<RejectReason>(line.Split(' ')[3]));

        Assert.Equal(Enum.GetValues<RejectReason>().Except([RejectReason.None, .. MetElsewhere]), met.Order());
    }

    /// <summary>The reasons of special orders, of risk and of trading states, which have tests of their own.</summary>
    static readonly RejectReason[] MetElsewhere =
    [
        RejectReason.InvalidTrigger, RejectReason.InvalidOffset, RejectReason.InvalidDisplayedQuantity,
        RejectReason.InvalidMinimumQuantity, RejectReason.OrderTypeNotSupported, RejectReason.ShortLimit,
        RejectReason.InsufficientMargin, RejectReason.QuantityLimit, RejectReason.PriceCollar,
        RejectReason.PositionLimit,
        RejectReason.OpenOrderLimit, RejectReason.MessageRateLimit, RejectReason.LossLimit, RejectReason.KillSwitch,
        RejectReason.NotInThisState,
    ];

    void AssertRefused(Request request, RejectReason reason)
    {
        _market.Forget().Send(request);

        Assert.Equal([$"0 rejected {request.Order} {reason}"], _market.Events);
    }

    [Fact]
    public void An_offset_may_be_as_large_as_a_thousand_million_ticks()
    {
        const long Largest = 1_000_000_000;
        MarketTape market = new();
        market.Trail(Side.Sell, 1, Largest).Trail(Side.Sell, 1, Largest + 1)
            .PrimaryPeg(Side.Buy, 1, limit: 1, offset: Largest).PrimaryPeg(Side.Buy, 1, limit: 1, offset: Largest + 1);

        Assert.Equal(
            ["0 accepted 1 Sell 1@0", "0 rejected 2 "
                + "InvalidOffset", "0 accepted 3 Buy 1@1", "0 rejected 4 InvalidOffset"], market.Events);
    }
}
