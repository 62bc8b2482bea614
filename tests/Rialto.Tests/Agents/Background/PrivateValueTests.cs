using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>Private values, surplus and beliefs, computed by hand.</summary>
public sealed class PrivateValueTests
{
    [Fact]
    public void The_next_unit_is_worth_less_than_the_last_one()
    {
        PrivateValues values = new([new(-1), new(5), new(-4), new(2)]); // Sorted: 5, 2, −1, −4; at most two units.

        Assert.Equal(2, values.Limit);
        Assert.Equal(new Ticks(-1), values.Of(Side.Buy, 0));
        Assert.Equal(new Ticks(2), values.Of(Side.Sell, 0));
        Assert.Equal(new Ticks(-4), values.Of(Side.Buy, 1));
        Assert.Equal(new Ticks(-1), values.Of(Side.Sell, 1));
        Assert.Equal(new Ticks(5), values.Of(Side.Buy, -2));
        Assert.Equal(new Ticks(-4), values.Of(Side.Sell, 2));
    }

    [Theory]
    [InlineData(Side.Buy, 92L, 1.0, 90)] // The ask leaves 8, not 10: it bids 100 − 10.
    [InlineData(Side.Buy, 92L, 0.8, 92)] // Eight tenths of ten are enough.
    [InlineData(Side.Buy, null, 0.8, 90)]
    [InlineData(Side.Sell, 108L, 0.8, 108)]
    [InlineData(Side.Sell, 107L, 0.8, 110)]
    public void The_limit_leaves_the_surplus_unless_the_market_offers_enough(
        Side side, long? opposite, double eta, long limit)
    {
        Price? price = opposite is { } ticks ? new Price(ticks) : null;
        Assert.Equal(new Price(limit), PrivateValueTrader.Decide(side, new Price(100), new Ticks(10), price, eta));
    }

    [Fact]
    public void Beliefs_count_what_was_accepted_and_what_was_not()
    {
        MarketMemory heard = new();
        heard.Hear(Side.Buy, new Price(97));
        heard.Hear(Side.Buy, new Price(98));
        heard.Hear(Side.Sell, new Price(103));
        heard.Hear(Side.Sell, new Price(101));
        heard.Accept(Side.Buy, new Price(101)); // Somebody takes the ask of 101.

        // A bid of 101: both accepted shouts at 101 speak for it, no rejected bid at 101 or above against it.
        Assert.Equal(1, heard.Belief(Side.Buy, new Price(101)));
        Assert.Equal(0, heard.Belief(Side.Buy, new Price(98)));
        // An ask of 101: accepted bid and ask at 101 speak for it, and no rejected ask at or below.
        Assert.Equal(1, heard.Belief(Side.Sell, new Price(101)));
        // An ask of 98: also the rejected bid of 98. An ask of 103: nothing, against the rejected one.
        Assert.Equal(1, heard.Belief(Side.Sell, new Price(98)));
        Assert.Equal(0, heard.Belief(Side.Sell, new Price(103)));
        Assert.Equal(1, heard.Trades);
    }

    [Fact]
    public void Rejected_shouts_speak_against_a_price()
    {
        MarketMemory heard = new();
        heard.Hear(Side.Buy, new Price(100));
        heard.Hear(Side.Sell, new Price(100)); // Heard apart: neither was accepted.
        heard.Accept(Side.Sell, new Price(99));

        // A bid of 100: the accepted ask of 99 and the ask of 100 speak for it, the bid of 100 against.
        Assert.Equal(2 / 3.0, heard.Belief(Side.Buy, new Price(100)), 12);
    }

    [Fact]
    public void The_best_price_weighs_surplus_with_its_chance()
    {
        MarketMemory heard = new();
        heard.Accept(Side.Sell, new Price(95));
        heard.Hear(Side.Buy, new Price(96));
        heard.Hear(Side.Buy, new Price(97));
        heard.Accept(Side.Buy, new Price(98));

        // Worth 100. At 95: chance 1 ÷ 3, surplus 5. At 96: 1 ÷ 3 of 4. At 97: 1 ÷ 2 of 3. At 98: 1 of 2.
        Assert.Equal(new Price(98), heard.Best(Side.Buy, new Price(100)));
        Assert.Equal(new Price(95), heard.Best(Side.Buy, new Price(99))); // 4 ÷ 3 against 1.
        Assert.Null(heard.Best(Side.Buy, new Price(95)));
    }
}
