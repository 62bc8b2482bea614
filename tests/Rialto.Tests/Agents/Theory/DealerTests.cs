using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Theory;

/// <summary>Dealers, customers and snipers of the theory of market making.</summary>
public sealed class DealerTests
{
    /// <summary>Bid and ask are the probabilities after a sale and after a purchase, with values 0 and 1.</summary>
    [Theory]
    [InlineData(0.5, 0.1, 0.45, 0.55)]
    [InlineData(0.5, 0.5, 0.25, 0.75)]
    [InlineData(0.3, 0.1, 0.259615, 0.343750)]
    [InlineData(0.3, 0.2, 0.222222, 0.391304)]
    [InlineData(0.3, 0.5, 0.125, 0.5625)]
    [InlineData(0.3, 0, 0.3, 0.3)]
    public void Glosten_and_Milgrom_s_dealer_learns_by_Bayes_rule(double prior, double informed, double bid, double ask)
    {
        Assert.Equal(bid, GlostenMilgromDealer.After(prior, Side.Sell, informed), 1e-6);
        Assert.Equal(ask, GlostenMilgromDealer.After(prior, Side.Buy, informed), 1e-6);
    }

    [Theory]
    [InlineData(103, Side.Buy)]
    [InlineData(97, Side.Sell)]
    [InlineData(100, null)]
    [InlineData(102, null)]
    public void Who_knows_the_value_trades_only_at_a_better_price(long worth, Side? side)
    {
        DisplayedBook book = new();
        book.Set(Side.Buy, new Level(new Price(98), Quantity.One, 1));
        book.Set(Side.Sell, new Level(new Price(102), Quantity.One, 1));

        Assert.Equal(side, CustomerFlow.Informed(new Price(worth), new Quote(Timestamp.Zero, book)));
    }

    [Fact]
    public void A_quoter_stands_half_the_spread_on_each_side_of_the_value()
    {
        Assert.Equal(new Price(95), ValueQuoter.Quote(Side.Buy, new Price(100), new Ticks(5)));
        Assert.Equal(new Price(105), ValueQuoter.Quote(Side.Sell, new Price(100), new Ticks(5)));
    }

    [Fact]
    public void A_sniper_trades_up_to_the_new_value()
    {
        Assert.Equal(
            Order.Limit(Side.Buy, Quantity.One, new Price(107)).ImmediateOrCancel(),
            StaleQuoteSniper.Snipe(new Price(100), new Price(107)));
        Assert.Equal(
            Order.Limit(Side.Sell, Quantity.One, new Price(93)).ImmediateOrCancel(),
            StaleQuoteSniper.Snipe(new Price(100), new Price(93)));
    }

    [Fact]
    public void The_linear_dealer_moves_its_price_by_what_it_has_taken_and_quotes_at_equal_steps()
    {
        Price fair = LinearImpactDealer.Fair(new Price(20_000), taken: 4_581, impact: 0.01);

        Assert.Equal(new Price(19_954), fair);
        Assert.Equal(
            new Price(19_954 - 25 - 2), LinearImpactDealer.Rung(Side.Buy, fair, new Ticks(25), new Ticks(4), rung: 0));
        Assert.Equal(
            new Price(19_954 + 25 + 12 + 2),
            LinearImpactDealer.Rung(Side.Sell, fair, new Ticks(25), new Ticks(4), rung: 3));
    }
}
