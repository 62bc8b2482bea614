using System.Text;
using Rialto.Sinks;
using Rialto.Trading;
using static Rialto.Tests.Sinks.TestMarket;

namespace Rialto.Tests.Sinks;

public sealed class OrdersCsvTests
{
    const string Header =
        "sequence,time,venue,instrument,participant,event,order,replaces,number,side,type,time_in_force,limit,quantity,"
            + "remaining,reason\n";

    readonly MemoryStream _stream = new();
    readonly OrdersCsv _sink;
    readonly TestMarket _market;

    public OrdersCsvTests()
    {
        _sink = new OrdersCsv(TestMarket.Directory, _stream);
        _market = new TestMarket(_sink);
    }

    [Fact]
    public void An_order_is_followed_through_its_life()
    {
        Request entered = Enter(Ann, 11, Side.Buy, 5, 100, timeInForce: TimeInForce.GoodTillCanceled);
        _market.Request(1, entered, MarketEvent.Accepted(entered, new(1)), Level(Side.Buy, 5, 100));

        Request crossing = Enter(Bob, 21, Side.Sell, 2, 99, timeInForce: TimeInForce.ImmediateOrCancel);
        _market.Request(
            2,
            crossing,
            MarketEvent.Accepted(crossing, new(2)),
            Executed(Side.Buy, Ann, 1, 11, 2, 100, 3, 1, Liquidity.Added),
            Executed(Side.Sell, Bob, 2, 21, 2, 100, 0, 1, Liquidity.Removed),
            Trade(Side.Sell, 2, 100, 1));

        Request replacement = Replace(Ann, 12, 11, 4, 101);
        _market.Request(
            3,
            replacement,
            MarketEvent.Replaced(replacement, Side.Buy, new(3)),
            Canceled(Side.Buy, Ann, 1, 11, 100, 3, 0, CancelReason.Replaced));

        _market.Request(4, Cancel(Ann, 12), Canceled(Side.Buy, Ann, 3, 12, 101, 3, 1, CancelReason.Requested));
        _market.Deadline(5, Xyz, Canceled(Side.Buy, Ann, 3, 12, 101, 1, 0, CancelReason.Expired));

        AssertWritten(
            """
            1,1.000000000,focal,XYZ,ann,accepted,11,,1,buy,limit,good-till-canceled,1.00,5,5,
            2,2.000000000,focal,XYZ,"bob ""b"" jr",accepted,21,,2,sell,limit,immediate-or-cancel,0.99,2,2,
            2,2.000000000,focal,XYZ,ann,partially-filled,11,,1,buy,,,,2,3,
            2,2.000000000,focal,XYZ,"bob ""b"" jr",filled,21,,2,sell,,,,2,0,
            3,3.000000000,focal,XYZ,ann,replaced,12,11,3,buy,limit,day,1.01,4,4,
            3,3.000000000,focal,XYZ,ann,canceled,11,,1,buy,,,1.00,3,0,replaced
            4,4.000000000,focal,XYZ,ann,canceled,12,,3,buy,,,1.01,3,1,requested
            5,5.000000000,focal,XYZ,ann,canceled,12,,3,buy,,,1.01,1,0,expired

            """);
    }

    [Fact]
    public void A_refusal_tells_what_was_refused_and_why()
    {
        Refuse(1, Enter(Nobody, 1, Side.Sell, 0, 5), RejectReason.UnknownParticipant);
        Refuse(2, Replace(Ann, 12, 11, 4, 101), RejectReason.UnknownOrder);
        Refuse(3, Cancel(Ann, 99), RejectReason.UnknownOrder);
        Refuse(
            4, Enter(Ann, 13, Side.Buy, 7, 0, OrderType.Market, TimeInForce.FillOrKill),
            RejectReason.FillOrKillNotSupported);
        Refuse(
            5, Enter(Ann, 14, (Side)9, 7, 1, (OrderType)8, listing: new(new(0), new(5))), RejectReason.InvalidRequest);

        AssertWritten(
            """
            1,1.000000000,focal,XYZ,unknown/77,rejected,1,,,sell,limit,day,0.05,0,,unknown-participant
            2,2.000000000,focal,XYZ,ann,replace-rejected,12,11,,,limit,day,1.01,4,,unknown-order
            3,3.000000000,focal,XYZ,ann,cancel-rejected,99,,,,,,,,,unknown-order
            4,4.000000000,focal,XYZ,ann,rejected,13,,,buy,market,fill-or-kill,,7,,fill-or-kill-not-supported
            5,5.000000000,focal,unknown/5,ann,rejected,14,,,9,8,day,,7,,invalid-request

            """);
    }

    [Fact]
    public void A_market_order_never_shows_a_limit()
    {
        Request market = Enter(Ann, 11, Side.Buy, 5, 0, OrderType.Market, TimeInForce.ImmediateOrCancel);
        _market.Request(1, market, MarketEvent.Accepted(market, new(1)));
        _market.Deadline(
            2,
            Xyz,
            Executed(Side.Buy, Ann, 1, 11, 2, 100, 3, 1, Liquidity.Auction),
            Canceled(Side.Buy, Ann, 1, 11, 0, 3, 0, CancelReason.Immediate),
            Canceled(Side.Buy, Ann, 2, 12, 0, 3, 0, CancelReason.Expired));

        AssertWritten(
            """
            1,1.000000000,focal,XYZ,ann,accepted,11,,1,buy,market,immediate-or-cancel,,5,5,
            2,2.000000000,focal,XYZ,ann,partially-filled,11,,1,buy,,,,2,3,
            2,2.000000000,focal,XYZ,ann,canceled,11,,1,buy,,,,3,0,immediate
            2,2.000000000,focal,XYZ,ann,canceled,12,,2,buy,,,0.00,3,0,expired

            """);
    }

    [Fact]
    public void An_order_that_a_speed_bump_held_keeps_its_terms()
    {
        Request held = Enter(Ann, 11, Side.Buy, 5, 100, timeInForce: TimeInForce.FillOrKill);
        _market.Request(1, held);
        _market.Deadline(1.5, Xyz, MarketEvent.Accepted(held, new(1)));
        _market.Deadline(1.6, Xyz, MarketEvent.Accepted(held with { Order = new(12) }, new(2)));

        AssertWritten(
            """
            2,1.500000000,focal,XYZ,ann,accepted,11,,1,buy,limit,fill-or-kill,1.00,5,5,
            3,1.600000000,focal,XYZ,ann,accepted,12,,2,buy,,,1.00,5,5,

            """);
    }

    void Refuse(double seconds, Request request, RejectReason reason) =>
        _market.Request(seconds, request, MarketEvent.Rejected(request, reason));

    void AssertWritten(string rows)
    {
        _sink.Complete();
        Assert.Equal(Header + rows, Encoding.UTF8.GetString(_stream.ToArray()));
    }
}
