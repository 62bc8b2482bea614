using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Tests.Simulation;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// Dividends: who holds the instrument at the end of a period is paid, in cash that comes from the house.
/// </summary>
public sealed class DividendTests
{
    /// <summary>The asset of Smith, Suchanek and Williams (1988): fifteen dividends of 0, 8, 28 or 60 cents.</summary>
    [Fact]
    public void The_expected_value_falls_by_the_mean_dividend_after_each_period()
    {
        DividendSchedule dividends = Schedule(seed: 7);
        ScriptedValue value = dividends.ExpectedValue();

        Assert.Equal(24, dividends.MeanDividend);
        Assert.Equal(
            [360, 360, 336, 336, 24, 0],
            ((double[])[0, 999.999, 1000, 1999, 14_000, 15_000]).Select(at => (int)value.At(Clock.At(at)).Ticks));
        Assert.Equal(15, dividends.Payments.Count);
        Assert.All(dividends.Payments, payment => Assert.Contains(payment.Amount.Count, new long[] { 0, 8, 28, 60 }));
        Assert.NotEqual(dividends.Payments, Schedule(seed: 8).Payments);
        DividendSchedule redeemed = new(Clock.Ms(1000), 2, [new Ticks(10)], new Ticks(100), new RandomStream(1, "d"));
        Assert.Equal([120, 110, 0], ((double[])[0, 1000, 2000]).Select(at =>
            (int)redeemed.ExpectedValue().At(Clock.At(at)).Ticks));
        Assert.Equal([10, 110], redeemed.Payments.Select(payment => (int)payment.Amount.Count));
    }

    [Fact]
    public void Dividends_are_equally_likely() => Assert.InRange(
        Enumerable.Range(0, 1000).Average(seed =>
            Schedule((ulong)seed).Payments.Average(payment => payment.Amount.Count)),
        23.2, 24.8);

    [Fact]
    public void Holders_are_paid_the_short_pay_agents_are_told_and_a_replay_pays_the_same()
    {
        Scene scene = new();
        ScriptedAgent agent = scene.Add("holder", agent => Hold(agent), dataLatency: 5);
        ParticipantId shortSeller = scene.Add("short");
        scene.Add("nobody");
        KeptJournal journal = new();
        Market market = new(Setup(scene, SettlementPolicy.Unlimited), journal);
        market.Submit(Input.OfRequest(Clock.At(1), Origin.External, Sell(shortSeller)));
        market.RunUntil(Clock.At(2500));
        market.Close();

        Assert.Equal(
            (-100 + 20, 100 - 20, 0),
            (market.CashOf(new(0)).Units, market.CashOf(shortSeller).Units, market.CashOf(new(2)).Units));
        Assert.Equal(0, market.House.Units);
        Assert.Equal(-80, agent.Market.Cash.Units);
        JournalRecord[] payments = [.. journal.Records.Where(record => record.Input.Control == Control.Pay)];
        Assert.Equal([Clock.At(1000), Clock.At(2000)], payments.Select(payment => payment.Input.At));

        Market replay = new(Setup(scene, SettlementPolicy.Unlimited) with { Agents = [] });
        foreach (JournalRecord record in journal.Records)
            replay.Replay(record.Input);
        Assert.Equal((market.Hash, market.CashOf(new(0))), (replay.Hash, replay.CashOf(new(0))));
    }

    [Fact]
    public void A_scenario_has_dividends_and_its_journal_gives_every_event_again()
    {
        const string Values = "  XYZ: { dividends: { every: 3 s, amounts: [0, 0.08, 0.28, 0.60], redemption: 1 } }";
        Scenario scenario = ScenarioText.Read(ScenarioText.With("  XYZ: { path: [[0 s, 100], [5 s, 90]] }", Values)
            .Replace(
                "count: 3, sleep: 1 s", "count: 3, cash: 100, inventory: 10, sleep: 1 s", StringComparison.Ordinal));
        MarketSetup setup = scenario.Build(3);
        KeptJournal journal = new();
        SimulationRun run = new(scenario, 3, journal);
        while (run.Advance())
        {
        }

        Market replay = new(scenario.Build(3) with { Agents = [] });
        foreach (JournalRecord record in journal.Records)
            replay.Replay(record.Input);
        Assert.Equal((run.Market.Hash, run.Market.House), (replay.Hash, replay.House));
        Assert.Equal(new Price((3 * 24) + 100), setup.Values[0]!.At(Timestamp.Zero));
        Assert.Equal(-30 * setup.Dividends[0]!.Payments.Sum(payment => payment.Amount.Count), run.Market.House.Units);
        Assert.Empty(run.Market.StoppedAgents);
    }

    [Theory]
    [InlineData("every: 3 s", "'amounts' is missing: expected a list of dividends, each equally likely.")]
    [InlineData("every: 30 s, amounts: [1]", "from one to a million periods fit into a run.")]
    [InlineData("every: 3 s, amounts: []", "expected at least one dividend.")]
    [InlineData("every: 3 s, amounts: [-1]", "a dividend is zero or more.")]
    [InlineData("every: 3 s, periods: 4, amounts: [1]", "found '4', expected a whole number from 1 to 3.")]
    public void What_cannot_be_paid_is_refused(string keys, string message)
    {
        string text = ScenarioText.With(
            "  XYZ: { path: [[0 s, 100], [5 s, 90]] }", $"  XYZ: {{ dividends: {{ {keys} }} }}");
        Assert.EndsWith(
            message, Assert.Throws<ScenarioException>(() => ScenarioText.Read(text)).Message, StringComparison.Ordinal);
    }

    static MarketSetup Setup(Scene scene, SettlementPolicy settlement) => scene.Setup() with
    {
        Settlement = settlement,
        Dividends =
            [new DividendSchedule(Clock.Ms(1000), 2, [new Ticks(10)], default, new RandomStream(1, "dividends"))],
    };

    static Request Sell(ParticipantId who) => new(
        RequestKind.Enter, Side.Sell, OrderType.Limit, TimeInForce.GoodTillCanceled, OrderFlags.None, Scene.First, who,
        new(1), default, new Price(100), Quantity.One, Timestamp.Never);

    static async AgentTask Hold(ScriptedAgent agent)
    {
        await agent.Market.Sleep(Clock.Ms(2));
        agent.Buy(100);
        await agent.Market.Sleep(Clock.Ms(2200));
    }

    static DividendSchedule Schedule(ulong seed) => new(
        Clock.Ms(1000), 15, [new Ticks(0), new Ticks(8), new Ticks(28), new Ticks(60)], default,
        new RandomStream(seed, "values/XYZ/dividends"));
}
