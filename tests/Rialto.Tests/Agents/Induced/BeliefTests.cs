using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>What GD and GDX believe and what they make of it, against cases worked out by hand.</summary>
public sealed class BeliefTests
{
    static readonly PriceRange Range = new(new(1), new(200));

    // Heard: bid 80, beaten by 90, which was taken; offer 120, beaten by 110, which was taken; then an offer at 105
    // that stands.
    static readonly Shout[] Heard =
    [
        new(Side.Buy, new(80), false), new(Side.Buy, new(90), false), new(Side.Buy, new(90), true),
        new(Side.Sell, new(120), false), new(Side.Sell, new(110), false), new(Side.Sell, new(110), true),
        new(Side.Sell, new(105), false),
    ];

    [Theory]
    [InlineData(Side.Sell, 90, 1)] // Accepted offer at 110 and bid at 90; no offer at 90 or below was rejected.
    [InlineData(Side.Sell, 110, 1)]
    [InlineData(Side.Sell, 120, 0)] // The offer at 120 was rejected.
    [InlineData(Side.Sell, 115, 0.5)]
    [InlineData(Side.Sell, 112, 0.896)] // 1 − 0.2²·(3 − 0.4).
    [InlineData(Side.Sell, 200, 0)]
    [InlineData(Side.Buy, 80, 0)]
    [InlineData(Side.Buy, 85, 0.5)]
    [InlineData(Side.Buy, 90, 1)]
    [InlineData(Side.Buy, 1, 0)]
    public void Beliefs_follow_what_was_heard(Side side, long price, double belief)
    {
        double[] beliefs = History().Beliefs(side, bid: null, ask: null);
        Assert.Equal(200, beliefs.Length);
        Assert.Equal(belief, beliefs[price - 1], 1e-12);
    }

    [Fact]
    public void What_does_not_improve_is_not_taken_and_what_crosses_is()
    {
        double[] beliefs = History().Beliefs(Side.Sell, bid: new Price(95), ask: new Price(105));
        Assert.Equal((1, 0), (beliefs[94], beliefs[104]));
        Assert.Equal(0, beliefs[109]);
    }

    [Fact]
    public void Only_the_last_trades_are_remembered()
    {
        ShoutHistory history = new(trades: 1, Range);
        foreach (Shout shout in Heard)
            history.Add(shout);

        Assert.Equal([new(Side.Sell, new(120), false), new Shout(Side.Sell, new(110), true)], history.Settled);
    }

    [Theory]
    [InlineData(Side.Sell, 100, 102, new[] { 1, 0.9, 0.5, 0.3 })] // 0, 0.9, 1.0, 0.9.
    [InlineData(Side.Buy, 103, 102, new[] { 0.1, 0.5, 1, 1 })] // 0.3, 1, 1, 0: of equals the surer one.
    public void Gd_takes_the_greatest_expected_gain(Side side, long limit, long price, double[] beliefs) =>
        Assert.Equal(new Price(price), GjerstadDickhaut.Best(side, new(limit), beliefs, new(100)));

    [Fact]
    public void Gd_is_silent_if_there_is_nothing_to_gain() =>
        Assert.Null(GjerstadDickhaut.Best(Side.Sell, new(104), [1, 0.9, 0.5, 0.3], new(100)));

    [Theory]
    // A seller gains 1 for sure or 2 with probability 0.45. With one chance it takes the sure thing (1 > 0.9) …
    [InlineData(new long[] { 100 }, 1, 1, 101)]
    // … with two it tries its luck first: 0.45·2 + 0.55·1 = 1.45 > 1; unless later gains are worth nothing.
    [InlineData(new long[] { 100 }, 2, 1, 102)]
    [InlineData(new long[] { 100 }, 2, 0, 101)]
    // With two units and two chances it cannot wait: 1 + 1 > 0.45·(2 + 1) + 0.55·1 = 1.9.
    [InlineData(new long[] { 100, 100 }, 2, 1, 101)]
    public void Gdx_weighs_a_gain_against_the_chances_to_come(
        long[] limits, int chances, double discount, long price) =>
        Assert.Equal(
            new Price(price),
            GjerstadDickhautExtended.Best(
                Side.Sell, [.. limits.Select(limit => new Price(limit))], chances, discount, [1, 1, 0.45], new(100)));

    static ShoutHistory History()
    {
        ShoutHistory history = new(trades: 5, Range);
        foreach (Shout shout in Heard)
            history.Add(shout);

        return history;
    }
}
