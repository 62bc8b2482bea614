using Rialto.Agents;
using Rialto.Markets;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents.Background;

/// <summary>Chiarella and Iori's expectations and limits, computed by hand.</summary>
public sealed class FundamentalistChartistTests
{
    [Fact]
    public void The_expected_return_is_the_weighted_mean_of_three() =>
        Assert.Equal(
            0.5 * 0.02 + 0.25 * -0.04 + 0.25 * 0.1,
            FundamentalistChartistTrader.Expect(0.5, 0.02, 0.25, -0.04, 0.25, 0.1), 15);

    [Fact]
    public void It_bids_below_what_it_expects_to_rise_and_offers_above_what_it_expects_to_fall()
    {
        Assert.Equal((Side.Buy, new Price(1089)), FundamentalistChartistTrader.Decide(1000, 1100, 0.01));
        Assert.Equal((Side.Sell, new Price(909)), FundamentalistChartistTrader.Decide(1000, 900, 0.01));
        Assert.Null(FundamentalistChartistTrader.Decide(1000, 1000, 0.01));
    }

    [Fact]
    public void A_pure_fundamentalist_bids_towards_the_value()
    {
        // The value is twice the price: ln 2 in 100 s expected, of which the window of 50 s sees half, so √2 × 1000
        // less 10 %.
        Scene scene = new() { Values = [new ScriptedValue([(Timestamp.Zero, new Price(2000))])] };
        scene.Add("fundamentalist", new FundamentalistChartistTrader(
            scene.Values[0]!, Clock.Ms(1000), new Price(1000), 1, 0, 0, 0, Duration.FromSeconds(100),
            Duration.FromSeconds(50), 0.1));
        IReadOnlyList<string> log = scene.Run(30_000);

        Assert.Contains(log, line => line.EndsWith("Buy 1@1272", StringComparison.Ordinal));
        Assert.DoesNotContain(log, line => line.Contains("Sell", StringComparison.Ordinal));
    }
}
