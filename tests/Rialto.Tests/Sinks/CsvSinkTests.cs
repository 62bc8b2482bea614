using System.Text;
using Rialto.Sinks;
using Rialto.Trading;
using static Rialto.Tests.Sinks.TestMarket;

namespace Rialto.Tests.Sinks;

public sealed class CsvSinkTests
{
    [Fact]
    public void Trades_name_who_met_whom()
    {
        Assert.Equal(
            """
            sequence,time,venue,instrument,match,price,quantity,side,buyer,seller,buyer_order,seller_order
            1,1.500000000,focal,XYZ,1,1.00,2,sell,ann,"bob ""b"" jr",11,21
            1,1.500000000,focal,XYZ,2,0.99,3,sell,"bob ""b"" jr","bob ""b"" jr",20,21
            3,2.000000000,"other, far",BOND,1,-0.25,4,auction,"bob ""b"" jr",ann,23,13
            3,2.000000000,"other, far",BOND,2,-0.25,1,auction,ann,"bob ""b"" jr",12,22
            4,3.000000000,focal,XYZ,,12.34,100,buy,,,,

            """,
            Written(stream => new TradesCsv(TestMarket.Directory, stream), PlayMatches));
    }

    [Fact]
    public void Executions_are_two_for_each_match()
    {
        Assert.Equal(
            """
            sequence,time,venue,instrument,match,participant,order,number,side,liquidity,price,quantity,remaining,fee
            1,1.500000000,focal,XYZ,1,ann,11,1,buy,added,1.00,2,3,-0.03
            1,1.500000000,focal,XYZ,1,"bob ""b"" jr",21,2,sell,removed,1.00,2,4,0.04
            1,1.500000000,focal,XYZ,2,"bob ""b"" jr",20,4,buy,added,0.99,3,0,0.00
            1,1.500000000,focal,XYZ,2,"bob ""b"" jr",21,2,sell,removed,0.99,3,1,0.00
            3,2.000000000,"other, far",BOND,2,ann,12,1,buy,auction,-0.25,1,0,0.00
            3,2.000000000,"other, far",BOND,2,"bob ""b"" jr",22,2,sell,auction,-0.25,1,0,0.00
            3,2.000000000,"other, far",BOND,1,"bob ""b"" jr",23,3,buy,auction,-0.25,4,0,0.00
            3,2.000000000,"other, far",BOND,1,ann,13,4,sell,auction,-0.25,4,0,0.00

            """,
            Written(stream => new ExecutionsCsv(TestMarket.Directory, stream), PlayMatches));
    }

    [Fact]
    public void Accounts_open_and_then_follow_the_executions()
    {
        Assert.Equal(
            """
            sequence,time,participant,cash,fees,inventory_XYZ,inventory_BOND
            0,0.000000000,ann,1000.00,0.00,5,-1
            0,0.000000000,"bob ""b"" jr",0.00,0.00,0,0
            1,1.500000000,ann,998.03,-0.03,7,-1
            1,1.500000000,"bob ""b"" jr",1.96,0.04,-2,0
            3,2.000000000,ann,990.53,-0.03,7,-4
            3,2.000000000,"bob ""b"" jr",9.46,0.04,-2,3

            """,
            Written(stream => new AccountsCsv(TestMarket.Directory, stream), PlayMatches));
    }

    [Fact]
    public void Candles_cover_the_trades_of_an_interval_and_empty_intervals_are_skipped()
    {
        Assert.Equal(
            """
            time,venue,instrument,open,high,low,close,volume,trades,vwap
            0.000000000,focal,XYZ,1.00,1.05,0.99,0.99,7,3,1.004286
            0.000000000,"other, far",BOND,10.00,10.00,10.00,10.00,1,1,10.000000
            1.000000000,focal,XYZ,-0.02,-0.02,-0.02,-0.02,3,1,-0.020000
            4.000000000,focal,XYZ,0.01,0.01,0.01,0.01,1,1,0.010000

            """,
            Written(
                stream => new CandlesCsv(TestMarket.Directory, stream, Duration.FromMilliseconds(500)),
                market =>
                {
                    market.Tape(0.1, Bond, Trade(Side.Buy, 1, 40, 1));
                    market.Tape(0.2, Xyz, Trade(Side.Buy, 4, 100, 1), Trade(Side.Buy, 1, 105, 2));
                    market.Tape(0.4999, Xyz, Trade(Side.Sell, 2, 99, 3));
                    market.Tape(0.5, Xyz, Level(Side.Buy, 1, 99));
                    market.Tape(1, Xyz, Trade(Side.Sell, 3, -2, 4));
                    market.Tape(4.25, Xyz, Trade(Side.Sell, 1, 1, 5));
                }));
    }

    [Fact]
    public void A_quote_is_written_when_the_displayed_top_changed()
    {
        Assert.Equal(
            """
            sequence,time,venue,instrument,bid,bid_quantity,ask,ask_quantity,second_bid,second_ask
            1,1.000000000,focal,XYZ,1.00,5,,,,
            2,2.000000000,focal,XYZ,1.00,5,1.02,1,0.99,
            4,4.000000000,"other, far",BOND,,,10.00,2,,
            6,6.000000000,focal,XYZ,0.99,3,1.02,1,0.90,

            """,
            Written(
                stream => new QuotesCsv(TestMarket.Directory, stream),
                market =>
                {
                    market.Deadline(1, Xyz, Level(Side.Buy, 4, 100), Level(Side.Buy, 5, 100));
                    market.Deadline(2, Xyz, Level(Side.Sell, 1, 102), Level(Side.Buy, 3, 99));
                    market.Deadline(3, Xyz, Level(Side.Buy, 7, 90));
                    market.Deadline(4, Bond, Level(Side.Sell, 2, 40));
                    market.Deadline(5, Xyz, Level(Side.Buy, 1, 100), Level(Side.Buy, 5, 100), Trade(Side.Buy, 1, 1, 1));
                    market.Tape(6, Xyz, Level(Side.Buy, 0, 100));
                }));
    }

    [Fact]
    public void States_of_agents_are_written_in_their_units()
    {
        Assert.Equal(
            """
            time,participant,trigger,name,value
            0.250000000,ann,"woke, at last",count,-3
            0.250000000,ann,"woke, at last",limit,1.01
            0.250000000,ann,"woke, at last",cash,-0.05
            0.250000000,ann,"woke, at last",delay,0.000001000
            0.250000000,ann,"woke, at last",aggressiveness,0.125
            0.250000000,ann,"woke, at last",nothing,
            0.250000000,ann,"woke, at last",no limit,
            0.250000000,ann,"woke, at last",no number,

            """,
            Written(
                stream => new AgentsCsv(TestMarket.Directory, stream),
                (_, sink) => sink.OnAgentState(new AgentState(At(0.25), Ann, default, "woke, at last",
                [
                    StateValue.Of("count", (long?)-3),
                    StateValue.Of("limit", Price(101)),
                    StateValue.Of("cash", new Cash(-5)),
                    StateValue.Of("delay", new Duration(1000)),
                    StateValue.Of("aggressiveness", 0.125),
                    StateValue.Of("nothing", (long?)null),
                    StateValue.Of("no limit", (Price?)null),
                    StateValue.Of("no number", double.NaN),
                ]))));
    }

    [Fact]
    public void Values_are_written_in_currency()
    {
        Assert.Equal(
            "time,instrument,value\n0.000000000,XYZ,100.00\n1.000000000,BOND,-0.75\n",
            Written(
                stream => new ValuesCsv(TestMarket.Directory, stream),
                (_, sink) =>
                {
                    sink.OnValue(Timestamp.Zero, Xyz.Instrument, Price(10_000));
                    sink.OnValue(At(1), Bond.Instrument, Price(-3));
                }));
    }

    [Fact]
    public void Prices_keep_the_decimals_of_their_instrument_even_where_they_must_be_rounded()
    {
        MarketDirectory directory = new(
            ["v"],
            [
                new Instrument { Symbol = "A", TickSize = 0.0000000005m },
                new Instrument { Symbol = "B", TickSize = 5 },
                new Instrument { Symbol = "C", TickSize = 0.125m },
            ],
            []);

        Assert.Equal(
            "time,instrument,value\n0.000000000,A,0.00000001\n0.000000000,B,-15\n0.000000000,C,-0.375\n"
            + "0.000000000,C,1152921504606846975.875\n",
            Written(
                stream => new ValuesCsv(directory, stream),
                (_, sink) =>
                {
                    sink.OnValue(Timestamp.Zero, new(0), Price(13));
                    sink.OnValue(Timestamp.Zero, new(1), Price(-3));
                    sink.OnValue(Timestamp.Zero, new(2), Price(-3));
                    sink.OnValue(Timestamp.Zero, new(2), Price(long.MaxValue));
                }));
    }

    static string Written(Func<Stream, ISink> create, Action<TestMarket> play) =>
        Written(create, (market, _) => play(market));

    static string Written(Func<Stream, ISink> create, Action<TestMarket, ISink> play)
    {
        MemoryStream stream = new();
        using ISink sink = create(stream);
        play(new TestMarket(sink), sink);
        sink.Complete();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>
    /// Two continuous matches, the first with a rebate and a fee, a step without any, two in an auction whose trades
    /// come in another order, a tape.
    /// </summary>
    static void PlayMatches(TestMarket market)
    {
        market.Request(
            1.5,
            Enter(Bob, 21, Side.Sell, 6, 99),
            Executed(Side.Buy, Ann, 1, 11, 2, 100, 3, 1, Liquidity.Added),
            MarketEvent.Charged(Side.Buy, Liquidity.Added, Ann, new(1), new(11), new(2), new(-3)),
            Executed(Side.Sell, Bob, 2, 21, 2, 100, 4, 1, Liquidity.Removed),
            MarketEvent.Charged(Side.Sell, Liquidity.Removed, Bob, new(2), new(21), new(2), new(4)),
            Trade(Side.Sell, 2, 100, 1),
            Executed(Side.Buy, Bob, 4, 20, 3, 99, 0, 2, Liquidity.Added),
            Executed(Side.Sell, Bob, 2, 21, 3, 99, 1, 2, Liquidity.Removed),
            Trade(Side.Sell, 3, 99, 2));

        market.Request(1.6, Enter(Ann, 14, Side.Buy, 1, 1));

        market.Deadline(
            2,
            Bond,
            Executed(Side.Buy, Ann, 1, 12, 1, -1, 0, 2, Liquidity.Auction),
            Executed(Side.Sell, Bob, 2, 22, 1, -1, 0, 2, Liquidity.Auction),
            Executed(Side.Buy, Bob, 3, 23, 4, -1, 0, 1, Liquidity.Auction),
            Executed(Side.Sell, Ann, 4, 13, 4, -1, 0, 1, Liquidity.Auction),
            Trade(Side.Buy, 4, -1, 1, Liquidity.Auction),
            Trade(Side.Buy, 1, -1, 2, Liquidity.Auction));

        market.Tape(3, Xyz, Trade(Side.Buy, 100, 1234, 0));
    }
}
