using Rialto.Analysis;
using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation;

/// <summary>
/// The shipped markets of Gode and Sunder (J. Political Economy 101(1), 1993): with a budget constraint traders without
/// intelligence realise nearly all gains from trade; without it every unit trades, and the efficiency is arithmetic.
/// </summary>
public sealed class GodeSunderTests
{
    [Theory]
    [InlineData(1, 99.86)]
    [InlineData(2, 99.77)]
    [InlineData(4, 99.53)]
    public void Constrained_traders_are_nearly_efficient(int market, double expected)
    {
        InducedOutcome outcome = Run(Text(market));
        Assert.Equal(100, outcome.Periods.Count);
        Assert.InRange(outcome.Efficiency!.Value, expected - 0.25, expected + 0.25); // The standard error of 100 periods is 0.03 to 0.06.
    }

    [Theory]
    [InlineData(1, 90.00)]
    [InlineData(2, 90.00)]
    [InlineData(4, 48.78)]
    public void Unconstrained_traders_trade_every_unit(int market, double expected)
    {
        InducedOutcome outcome = Run(Text(market).Replace("- zero-intelligence-constrained", "- zero-intelligence-unconstrained", StringComparison.Ordinal));
        Assert.All(outcome.Periods, period => Assert.Equal(expected, period.Efficiency!.Value, 0.005));
    }

    static string Text(int market) => File.ReadAllText(Repository.PathOf($"scenarios/reference/gode-sunder-{market}.yaml"));

    static InducedOutcome Run(string text)
    {
        SimulationRun run = ScenarioRun.Run(ScenarioText.Read(text), 1);
        Assert.Empty(run.Market.StoppedAgents);
        return InducedOutcome.Of(run.Ledgers)!;
    }
}
