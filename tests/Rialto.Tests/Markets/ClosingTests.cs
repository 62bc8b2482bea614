using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>The end of the trading session.</summary>
public sealed class ClosingTests
{
    [Fact]
    public void Every_agent_is_continued_once_whatever_it_waits_for_and_finds_the_market_closed()
    {
        Scene scene = new();
        Signals[] awaited = [Signals.Time, Signals.Private, Signals.Trade, Signals.Quote, Signals.Batch, Signals.None];
        ScriptedAgent[] agents = [.. awaited.Select((signals, i) => scene.Add($"agent/{i}", async agent =>
        {
            await agent.Market.Next(signals, Clock.At(1e6));
            agent.Note($"{agent.Market.Resumed}, open: {agent.Market.IsOpen}");
            await agent.Market.Next(signals, Clock.At(1e6));
            agent.Note("continued again");
        }))];

        scene.Run(until: 10);
        scene.Market.Close();
        scene.Run(until: 1e7);
        scene.Market.Close(); // Closing twice is closing once.

        Assert.All(agents, agent => Assert.Equal(["10 Closed, open: False"], agent.Notes));
    }

    [Fact]
    public void News_under_way_at_the_close_continues_nobody_again()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            while (true)
                agent.Note($"{await agent.Market.Next(Signals.Private | Signals.Public, Timestamp.Never)}");
        }, dataLatency: 5);
        ScriptedAgent late = scene.Add("late", async agent =>
        {
            agent.Note("started");
            await agent.Market.Sleep(Clock.Ms(1));
        }, start: 12);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Buy, 10);
        scene.Enter(9, bob, Side.Buy, 11);
        scene.Run(until: 10);
        scene.Market.Close();
        scene.Run(until: 100);

        Assert.Equal(["6 quote 10/", "6 Quote", "10 Closed"], ann.Notes);
        Assert.Empty(late.Notes);
    }

    [Fact]
    public void Day_orders_end_with_the_session_others_stay_and_nothing_is_accepted_any_more()
    {
        Scene scene = new(Scene.Continuous(), Scene.Batch(10));
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            agent.Market.Enter(Order.Limit(Side.Buy, Quantity.One, new Price(9)).GoodTillCanceled());
            agent.Market.Enter(Scene.Second, Order.Limit(Side.Buy, Quantity.One, new Price(8)));
            while (agent.Market.IsOpen)
                await agent.Market.NextAnswer();
            agent.Buy(7); // Nobody takes it.
        });
        ParticipantId bob = scene.Add("bob");

        scene.Run(until: 5);
        scene.Market.Close();
        scene.Enter(6, bob, Side.Buy, 10);
        scene.Run(until: 50);

        Assert.Equal(
        [
            "0 ann accepted 1 Buy 1@10",
            "0 ann accepted 2 Buy 1@9",
            "0 ann accepted 3 Buy 1@8",
            "5 ann canceled 1 Closed",
            "5 ann canceled 3 Closed",
            "6 bob rejected 1 Closed",
        ], scene.Log);
        Assert.Equal(["0 accepted 1", "0 accepted 2", "0 accepted 3", "5 canceled 1", "5 canceled 3"], ann.Notes);
        Assert.Empty(scene.Market.StoppedAgents);
    }

    [Fact]
    public void A_market_without_anything_due_is_idle()
    {
        Scene scene = new();
        scene.Add("ann", async agent => await agent.Market.Sleep(Clock.Ms(3)));

        Assert.Equal(StopReason.Horizon, scene.Market.RunUntil(Clock.At(1)));
        Assert.Equal(Clock.At(3), scene.Market.NextDue);
        Assert.Equal(StopReason.Idle, scene.Market.RunUntil(Clock.At(10)));
        Assert.Null(scene.Market.NextDue);
        Assert.Equal(Clock.At(10), scene.Market.Now);
        Assert.Equal(1, scene.Market.WakeUps);
    }
}
