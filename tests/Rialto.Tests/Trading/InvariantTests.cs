using Rialto.Trading;

namespace Rialto.Tests.Trading;

public sealed class InvariantTests
{
    [Fact]
    public void A_broken_rule_is_named_with_the_values_that_break_it()
    {
        Price bid = new(101);
        Price ask = new(100);

        InvariantException broken = Assert.Throws<InvariantException>(() =>
            Invariant.Holds(bid < ask, $"bid {bid}, ask {ask}"));

        Assert.Equal("bid < ask: bid 101, ask 100", broken.Message);
    }

    [Fact]
    public void Values_are_not_written_while_the_rule_holds() =>
        Invariant.Holds(true, $"{Fail()}");

    static string Fail() => throw new InvalidOperationException("The values were asked for, although the rule holds.");
}
