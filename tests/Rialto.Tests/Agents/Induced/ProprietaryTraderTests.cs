using Rialto.Agents;

namespace Rialto.Tests.Agents;

/// <summary>The proprietary traders of the Bristol Stock Exchange buy cheap and sell at a profit.</summary>
public sealed class ProprietaryTraderTests
{
    [Theory]
    [InlineData(94, true)]
    [InlineData(95, false)]
    public void It_buys_below_a_part_of_the_mean(long ask, bool buys) =>
        Assert.Equal(buys, ProprietaryTrader.Buys(new(ask), [90, 100, 110], 0.95));

    [Theory]
    [InlineData(101, false)]
    [InlineData(102, true)]
    public void It_sells_above_what_it_paid_and_wants(long bid, bool sells) =>
        Assert.Equal(sells, ProprietaryTrader.Sells(new(bid), new(94), new(7)));
}
