using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Fees, limits of risk and stopped participants, through the carrier.</summary>
public sealed class FeesAndLimitsTests
{
    static readonly FeeSchedule Fees = new(
        new FeeTier(0, new(-1), new(2, 10_000), new(1)), new FeeTier(50, new(-1), new(1, 5_000), new(0)));

    [Fact]
    public void An_agent_knows_its_cash_after_fees()
    {
        Scene scene = new(Scene.Continuous() with { Fees = Fees });
        ScriptedAgent agent = scene.Add("taker", Take, dataLatency: 5);
        ParticipantId maker = scene.Add("maker");
        scene.Enter(1, maker, Side.Sell, price: 100);
        scene.Run(60);

        Assert.Equal(-103, agent.Market.Cash.Units);
        Assert.Equal(
            (-103, 101, 2),
            (scene.Market.CashOf(new(0)).Units, scene.Market.CashOf(maker).Units, scene.Market.House.Units));
    }

    static async AgentTask Take(ScriptedAgent agent)
    {
        await agent.Market.Sleep(Clock.Ms(2));
        agent.Buy(100);
        await agent.Market.Sleep(Clock.Ms(50));
    }

    [Theory]
    [InlineData(SettlementPolicy.Unlimited)]
    [InlineData(SettlementPolicy.Reserve)]
    [InlineData(SettlementPolicy.ShrinkAtMatch)]
    public void Cash_is_conserved_with_the_house_s_and_a_replay_stops_whom_the_run_stopped(SettlementPolicy settlement)
    {
        KeptJournal journal = new();
        Market market = new(Setup(settlement), journal);
        market.RunUntil(Clock.At(100));
        market.Stop(new ParticipantId(3));
        market.RunUntil(Clock.At(200));
        market.Close();

        long cash = Enumerable.Range(0, 8).Sum(p => market.CashOf(new(p)).Units);
        Assert.NotEqual(0, market.House.Units);
        Assert.Equal(8 * 2000, cash + market.House.Units);

        Market replay = new(Setup(settlement) with { Agents = [] });
        foreach (JournalRecord record in journal.Records)
            replay.Replay(record.Input);
        Assert.Equal((market.Hash, market.House), (replay.Hash, replay.House));
    }

    [Fact]
    public void A_stopped_participant_has_no_orders_anywhere_and_enters_none()
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        ParticipantId one = scene.Add("one");
        scene.Enter(1, one, Side.Buy, price: 100);
        scene.Enter(1, one, Side.Buy, price: 101, listing: Scene.Second);
        scene.Market.Stop(one);
        scene.Enter(2, one, Side.Buy, price: 100);

        Assert.Empty(scene.Market.Levels(Scene.First, Side.Buy));
        Assert.Empty(scene.Market.Levels(Scene.Second, Side.Buy));
        Assert.Contains(scene.Log, line => line.Contains("KillSwitch", StringComparison.Ordinal));
    }

    static MarketSetup Setup(SettlementPolicy settlement)
    {
        MarketSetup setup = NoisyMarket.Setup(7, settlement, TieBreak.Random);
        return setup with
        {
            Venues = [.. setup.Venues.Select(venue => venue with { Fees = Fees })],
            Limits = [.. Enumerable.Repeat(new RiskLimits { OpenOrders = 20, Short = new(10), Position = new(60) }, 8)],
        };
    }
}
