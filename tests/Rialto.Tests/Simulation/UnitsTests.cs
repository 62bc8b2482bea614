using System.Globalization;
using Rialto.Agents;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>Units are written, and mean the same everywhere.</summary>
public sealed class UnitsTests
{
    [Theory]
    [InlineData("1 ns", 1)]
    [InlineData("250 us", 250_000)]
    [InlineData("250 µs", 250_000)]
    [InlineData("500ms", 500_000_000)]
    [InlineData("500 ms", 500_000_000)]
    [InlineData("10 s", 10_000_000_000)]
    [InlineData("0.5 s", 500_000_000)]
    [InlineData("1.5e3 s", 1_500_000_000_000)]
    [InlineData("0.0000000014 s", 1)]
    [InlineData("2 min", 120_000_000_000)]
    [InlineData("1.5 h", 5_400_000_000_000)]
    [InlineData("1 d", 86_400_000_000_000)]
    [InlineData("\"  3   s\"", 3_000_000_000)]
    public void A_time_is_a_number_and_a_unit(string written, long nanoseconds) =>
        Assert.Equal(
            new Duration(nanoseconds),
            ScenarioText.Read(ScenarioText.With("duration: 10 s", $"duration: {written}")).Duration);

    [Theory]
    [InlineData("10 / s", 10)]
    [InlineData("10/s", 10)]
    [InlineData("3 / min", 0.05)]
    [InlineData("0.5 / ms", 500)]
    [InlineData("36 / h", 0.01)]
    [InlineData("1e-3 / us", 1000)]
    public void A_rate_is_a_number_per_unit_of_time(string written, double perSecond)
    {
        AgentKinds kinds = new();
        kinds.Add(typeof(EveryParameter).Assembly);
        Scenario scenario = ScenarioText.Read(ScenarioText.With("- random-traders:", $"- only-a-rate: {{ venue: focal, "
            + $"rate: {written} }}\n  - random-traders:"), kinds);

        Assert.Equal(
            new Rate(perSecond),
            Assert.Single(scenario.Build(1).Agents.Select(setup => setup.Agent).OfType<OnlyARate>()).Rate);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void No_culture_changes_what_is_read_or_said(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            ScenarioException refused = Assert.Throws<ScenarioException>(() =>
                ScenarioText.Read(ScenarioText.With("opening: 10", "opening: 10.005, inventory: -3")));
            Assert.Equal(
                "scenario.yaml:13:71: '10.005' is not a whole number of ticks: the tick of XYZ is 0.01.",
                refused.Message);

            refused = Assert.Throws<ScenarioException>(() =>
                ScenarioText.Read(ScenarioText.With("opening: 10", "opening: 10, cash: 0.001")));
            Assert.Equal(
                "scenario.yaml:13:81: '0.001' is not a whole number of cash units of 0.01, or too large.",
                refused.Message);

            Assert.Equal(
                Duration.FromMilliseconds(1500),
                ScenarioText.Read(ScenarioText.With("duration: 10 s", "duration: 1.5 s")).Duration);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>Does nothing, at a rate.</summary>
public sealed class OnlyARate(Rate rate) : Agent
{
    public Rate Rate => rate;

    protected override async AgentTask TradeAsync(IMarketAccess market) => await market.Sleep(rate.MeanInterval);
}
