using Rialto.Markets;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>A scenario's fees and limits of risk.</summary>
public sealed class FeesAndRiskTests
{
    const string Venue = "focal: { institution: continuous, ties: arrival }";

    [Theory]
    [InlineData("{ maker: -0.02 / lot, taker: 0.03 / lot }", 1, "-2 0|3 0|0 0")]
    [InlineData("{ maker: -0.002 / lot, taker: 0.0030 / lot, auction: 1/lot }", 10, "-2 0|3 0|1000 0")]
    [InlineData("{ taker: 0.00015 / lot + 2.5 bp, maker: -0.01 % }", 1000, "0 -100|15 250|0 0")]
    [InlineData("{ taker: 3 bp + 1 / lot, auction: 100 % }", 1, "0 0|100 300|0 1000000")]
    public void A_fee_is_so_much_per_lot_and_a_part_of_the_turnover(string fees, long cashPerTick, string expected)
    {
        MarketSetup setup = With(fees).Build(1);

        Assert.Equal(cashPerTick, setup.Directory.Instruments[0].CashPerTick);
        Assert.Null(setup.Venues[1].Fees);
        Assert.Equal(expected, TextOf(Assert.Single(setup.Venues[0].Fees!.Tiers)));
    }

    [Fact]
    public void A_tier_changes_what_it_names()
    {
        FeeSchedule fees = With("{ maker: -0.01 / lot, taker: 0.05 / lot, tiers: [{ from: 100, taker: 0.04 / lot }, { "
            + "from: 1000, maker: -0.02 / lot, auction: 1 bp }] }")
            .Build(1).Venues[0].Fees!;

        Assert.Equal([0, 100, 1000], fees.Tiers.Select(tier => tier.FromLots));
        Assert.Equal(["-1 0|5 0|0 0", "-1 0|4 0|0 0", "-2 0|4 0|0 100"], fees.Tiers.Select(TextOf));
    }

    [Fact]
    public void Limits_are_for_everybody_and_others_for_some_groups()
    {
        MarketSetup setup = ScenarioText.Read(ScenarioText.With("record: [events, trades]",
            """
            risk:
              quantity: 100
              collar: 5 %
              position: 50
              short: 10
              open-orders: 7
              messages: 5 / 10 ms
              loss: 12.50
              margin: 12.5 %
              groups:
                elo: { collar: 50 ticks, loss: none, messages: 100 / s }
            """)).Build(1);

        RiskLimits all = new()
        {
            Order = new Quantity(100), CollarMillionths = 50_000, Position = new Quantity(
                50), Short = new Quantity(10), OpenOrders = 7,
            Messages = new MessageRate(5, Duration.FromMilliseconds(10)), Loss = new Cash(1250),
            MarginMillionths = 125_000,
        };
        RiskLimits elo = all with
        {
            Collar = new Ticks(50), CollarMillionths = null, Loss = null, Messages = new MessageRate(
                100, Duration.FromSeconds(1)),
        };
        Assert.Equal([all, all, all, all, elo, elo], setup.Limits);
    }

    [Fact]
    public void Without_a_section_nobody_has_limits() =>
        Assert.All(ScenarioText.Read(ScenarioText.Good).Build(1).Limits, Assert.Null);

    [Theory]
    [InlineData("{ maker: 3 }",
        "7:67: found '3', expected a fee with its units, for example 0.003 / lot, 2 bp or 1 / lot + 0.01 %.")]
    [InlineData("{ makr: 3 bp }", "7:60: unknown key 'makr'; did you mean 'maker'?")]
    [InlineData("{ maker: 1 / lot + 2 / lot }", "7:67: found '1 / lot + 2 / lot', expected a fee with its units, for "
        + "example 0.003 / lot, 2 bp or 1 / lot + 0.01 %.")]
    [InlineData("{ maker: 101 % }", "7:67: '101 %' is out of range, or finer than 0.01 bp: expected a fee with its "
        + "units, for example 0.003 / lot, 2 bp or 1 / lot + 0.01 %.")]
    [InlineData("{ maker: 0.001 bp }", "7:67: '0.001 bp' is out of range, or finer than 0.01 bp: expected a fee with "
        + "its units, for example 0.003 / lot, 2 bp or 1 / lot + 0.01 %.")]
    [InlineData("{ maker: 1e12 / lot }", "7:67: a fee is at most 1000000000 cash units of 0.01 per lot.")]
    [InlineData("{ maker: 1e-15 / lot }",
        "5:3: the ticks and lots of these instruments, and the fees, are too different for one unit of cash.")]
    [InlineData("{ tiers: [{ from: 0 }] }", "7:76: found '0', expected a whole number from 1 on.")]
    [InlineData(
        "{ tiers: [{ taker: 1 bp }] }", "7:68: 'from' is missing: expected the lots traded from which it holds.")]
    public void A_fee_that_makes_no_sense_is_refused(string fees, string message) =>
        Assert.EndsWith(message, Assert.Throws<ScenarioException>(() => With(fees)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ quantity: -1 }", "15:19: found '-1', expected a whole number from 0 to 1000000000000000.")]
    [InlineData("{ posision: 1 }", "15:9: unknown key 'posision'; did you mean 'position'?")]
    [InlineData("{ collar: 5 }", "15:17: found '5', expected a distance with its unit, for example 50 ticks or 5 %.")]
    [InlineData("{ collar: 2.5 ticks }", "15:17: found '2.5', expected a whole number from 0 to 1000000000000000.")]
    [InlineData("{ messages: 5 }", "15:19: found '5', expected a number per time, for example 100 / s or 5 / 10 ms.")]
    [InlineData("{ messages: 5 / 0 s }", "15:19: expected a time above zero.")]
    [InlineData(
        "{ loss: 0.001 }", "15:15: '0.001' is not a whole number of cash units of 0.01, or negative, or too large.")]
    [InlineData("{ groups: { elos: { loss: 1 } } }", "15:19: there is no group 'elos'; did you mean 'elo'?")]
    public void A_limit_that_makes_no_sense_is_refused(string risk, string message) =>
        Assert.EndsWith(
            message, Assert.Throws<ScenarioException>(() =>
                ScenarioText.Read(ScenarioText.With("record: [events, trades]", $"risk: {risk}"))).Message,
            StringComparison.Ordinal);

    static Scenario With(string fees) =>
        ScenarioText.Read(
            ScenarioText.With(Venue, $"focal: {{ institution: continuous, ties: arrival, fees: {fees} }}"));

    static string TextOf(FeeTier tier) =>
        string.Join(
            '|', ((Fee[])[tier.Maker, tier.Taker, tier.Auction]).Select(fee => $"{fee.PerLot} {fee.Millionths}"));
}
