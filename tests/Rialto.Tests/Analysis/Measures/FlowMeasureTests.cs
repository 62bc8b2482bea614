using Rialto.Analysis;
using Rialto.Trading;

namespace Rialto.Tests.Analysis;

public sealed class FlowMeasureTests
{
    [Fact]
    public void A_realised_spread_is_measured_from_the_midpoint_a_delay_later()
    {
        RealizedSpread spread = new(Duration.FromSeconds(5));
        spread.Add(At(0), new Price(102), new Quantity(1), Side.Buy);
        spread.Add(At(1), new Price(98), new Quantity(3), Side.Sell);
        spread.Advance(At(3), new Midpoint(200));
        Assert.Null(spread.Value);

        // The buy is compared with the 101 that stood at second 5: 2·(102 − 101); the sell with 97: −2·(98 − 97).
        spread.Advance(At(5.5), new Midpoint(202));
        Assert.Equal(2, spread.Value);
        spread.Advance(At(7), new Midpoint(194));
        Assert.Equal((2.0 - (3 * 2)) / 4, spread.Value);
    }

    [Fact]
    public void A_trade_that_meets_no_midpoint_later_does_not_count()
    {
        RealizedSpread spread = new(Duration.FromSeconds(1));
        spread.Add(At(0), new Price(102), new Quantity(1), Side.Buy);
        spread.Advance(At(2), null);

        Assert.Null(spread.Value);
        Assert.Equal(-2, RealizedSpread.Of(new Price(100), new Midpoint(198), Side.Sell));
    }

    [Fact]
    public void A_spread_recovers_when_it_is_back_before_the_next_trade()
    {
        Recovery spread = new();
        spread.Step(At(0), true, 2, 6);     // Widened …
        spread.Step(At(1), false, 6, 4);
        spread.Step(At(3), false, 4, 2);    // … and back after three seconds.
        spread.Step(At(4), true, 2, null);  // A side gone …
        spread.Step(At(5), true, null, 8);  // … and another trade first.
        spread.Step(At(6), false, 8, 9);    // Nothing stood before that trade, so anything is a recovery.
        spread.Step(At(7), true, 2, 2);     // Not widened at all.

        Assert.Equal(0.5, spread.Share);
        Assert.Equal(3, spread.MeanSeconds);
        Assert.Null(new Recovery().Share);
        Assert.Null(new Recovery().MeanSeconds);
    }

    [Fact]
    public void Rolls_spread_follows_from_the_bounce_of_prices()
    {
        RollSpread roll = new();
        foreach (long price in (ReadOnlySpan<long>)[101, 99, 101, 99, 101])
            roll.Add(price);

        // Changes −2 2 −2 2: products −4 −4 −4, means −2/3 and 2/3: −4 + 4/9.
        Assert.Equal(-4 + (4.0 / 9), roll.Covariance!.Value, 12);
        Assert.Equal(2 * Math.Sqrt(4 - (4.0 / 9)), roll.Value!.Value, 12);
    }

    [Fact]
    public void Prices_that_trend_show_no_bounce()
    {
        RollSpread roll = new();
        Assert.Null(roll.Covariance);
        foreach (long price in (ReadOnlySpan<long>)[100, 101, 102, 103])
            roll.Add(price);

        Assert.Equal(0, roll.Covariance);
        Assert.Null(roll.Value);
    }

    [Fact]
    public void Independent_signs_around_a_resting_midpoint_give_the_spread_itself()
    {
        RandomStream random = new(3, "signs");
        RollSpread roll = new();
        for (int i = 0; i < 40_000; i++)
            roll.Add(1_000 + (random.NextBelow(2) == 0 ? -5 : 5));

        Assert.Equal(10, roll.Value!.Value, 0.1);
        Assert.Equal(-25, roll.Covariance!.Value, 0.5);
    }

    [Fact]
    public void A_response_is_the_mean_move_in_the_direction_of_the_trade()
    {
        // At one trade: +1·1, −1·(−2), +1·3; at two: 1·(−1), −1·1.
        double[] signs = [1, -1, 1, 1];
        double[] midpoints = [100, 101, 99, 102];
        Assert.Equal(2, ResponseFunction.Of(signs, midpoints, 1));
        Assert.Equal(-1, ResponseFunction.Of(signs, midpoints, 2));
        Assert.Equal(1, ResponseFunction.Of(signs, [100, 101, double.NaN, 102], 1));
        Assert.Null(ResponseFunction.Of(signs, midpoints, 4));
    }

    [Fact]
    public void A_trade_above_the_last_different_price_was_a_buy() =>
        Assert.Equal([0.0, 0, 1, 1, -1, -1, 1], TickTest.Signs([10, 10, 11, 11, 9, 9, 10]));

    static Timestamp At(double seconds) => Timestamp.Zero + Duration.FromSeconds(seconds);
}
