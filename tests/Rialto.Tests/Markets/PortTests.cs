using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>What an agent can look at, and the code that it runs beside its own.</summary>
public sealed class PortTests
{
    [Fact]
    public void Volume_and_last_trade_are_those_that_have_reached_the_agent()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            foreach (double at in (double[])[5, 7, 9])
            {
                await agent.Market.Until(Clock.At(at));
                string last = agent.Market.TryLastTrade(out Trade trade) ? $"{trade.Quantity}@{trade.Price}" : "none";
                agent.Note($"{agent.Market.Volume()} {last}");
            }
        }, dataLatency: 3);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(1, bob, Side.Sell, 10, lots: 9);
        scene.Enter(4, bob, Side.Buy, 10, lots: 2);
        scene.Enter(5, bob, Side.Buy, 10, lots: 3);
        scene.Enter(5.5, bob, Side.Buy, 3);

        scene.Run(until: 100);

        Assert.Equal(["5 0 none", "7 2 2@10", "9 5 3@10"], ann.Notes);
    }

    [Fact]
    public void Depth_is_the_displayed_book_of_a_latency_ago()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Market.WatchDepth(agent.Market.Home);
            foreach (double at in (double[])[3, 4, 9])
            {
                await agent.Market.Until(Clock.At(at));
                DisplayedBook book = agent.Market.Depth(agent.Market.Home);
                agent.Note(string.Join(
                    ' ', book.WorstFirst(Side.Buy).ToArray().Select(level => $"{level.Quantity}@{level.Price}")));
            }
        }, dataLatency: 2);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(1, bob, Side.Buy, 10, lots: 5);
        scene.Enter(2, bob, Side.Buy, 9, lots: 4);
        ClientOrderId best = scene.Enter(3, bob, Side.Buy, 11);
        scene.Cancel(8, bob, best);

        scene.Run(until: 100);

        Assert.Equal(["3 5@10", "4 4@9 5@10", "9 4@9 5@10 1@11"], ann.Notes);
    }

    [Fact]
    public void Depth_read_late_is_the_venues_own_book()
    {
        Scene scene = new();
        DisplayedBook? seen = null;
        scene.Add("ann", async agent =>
        {
            agent.Market.WatchDepth(agent.Market.Home);
            await agent.Market.Until(Clock.At(90_000));
            seen = agent.Market.Depth(agent.Market.Home);
        }, dataLatency: 2);
        ParticipantId bob = scene.Add("bob");
        RandomStream random = new(3, "depth");
        for (int i = 1; i <= 20_000; i++)
            scene.Enter(i, bob, random.NextSide(), random.NextBetween(90, 110), random.NextBetween(1, 9));

        scene.Run(until: 100_000);

        foreach (Side side in (Side[])[Side.Buy, Side.Sell])
            Assert.Equal(scene.Market.Levels(Scene.First, side).Reverse(), seen!.WorstFirst(side).ToArray());
    }

    [Fact]
    public void Own_orders_are_those_that_the_agent_was_told_of()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            _ = agent.Market.Orders;
            agent.Buy(10, lots: 5);
            agent.Buy(9, lots: 2);
            ClientOrderId third = agent.Buy(8);
            await agent.Market.Until(Clock.At(5));
            agent.Market.Cancel(third);
            await agent.Market.Until(Clock.At(20));
            foreach (OwnOrder order in agent.Market.Orders.Live.ToArray())
                agent.Note($"{order.Order}: {order.Side} {order.Remaining}@{order.Price}");
            agent.Note($"{agent.Market.Orders.Lots(Scene.First, Side.Buy)}");
        }, orderLatency: 1, dataLatency: 1);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(10, bob, Side.Sell, 10, lots: 2);
        scene.Enter(19.5, bob, Side.Sell, 10, lots: 3);

        scene.Run(until: 100);

        Assert.Equal(["20 1: Buy 3@10", "20 2: Buy 2@9", "20 5"], ann.Notes.TakeLast(3));
    }

    [Fact]
    public void Spawned_code_waits_beside_the_agents_own_with_the_same_account()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            for (int i = 0; i < 2; i++)
            {
                Timestamp until = agent.Market.Now + Clock.Ms(3);
                ClientOrderId order = agent.Buy(10 + i);
                agent.Market.Spawn(async market =>
                {
                    await market.Until(until);
                    market.Cancel(order);
                });
                await agent.Market.Sleep(Clock.Ms(2));
            }

            await agent.Market.Until(Clock.At(50));
        });

        IReadOnlyList<string> log = scene.Run(until: 100);

        Assert.Equal(["0", "2", "3", "5"], log.Where(line => line.Contains("ann", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]));
        Assert.Equal(["50 accepted 1", "50 accepted 2", "50 canceled 1", "50 canceled 2"], ann.Notes.Select(n =>
            $"50 {n[(n.IndexOf(' ') + 1)..]}").Order());
    }

    [Fact]
    public void A_fault_of_spawned_code_stops_the_agent()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            agent.Market.Spawn(async market =>
            {
                await market.Until(Clock.At(5));
                throw new InvalidOperationException("on purpose");
            });
            await agent.Market.Until(Clock.At(10));
            agent.Note("still here");
        });

        scene.Run(until: 100);

        Assert.Equal("on purpose", Assert.Single(scene.Market.StoppedAgents).Fault.Message);
        Assert.DoesNotContain(ann.Notes, note => note.Contains("still here", StringComparison.Ordinal));
        Assert.Empty(scene.Market.Levels(Scene.First, Side.Buy));
    }

    [Fact]
    public void All_code_of_an_agent_that_waits_for_answers_is_told()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Market.Spawn(async market =>
            {
                await market.NextAnswer();
                agent.Note("spawned");
            });
            agent.Buy(10);
            await agent.Market.NextAnswer();
            agent.Note("own");
        }, orderLatency: 1, dataLatency: 1);

        scene.Run(until: 100);

        Assert.Equal(["2 accepted 1", "2 own", "2 spawned"], ann.Notes.Order());
    }

    [Fact]
    public void Halts_are_told_to_those_who_wait_for_states()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            while (agent.Market.IsOpen)
                await agent.Market.Next(Signals.State, Timestamp.Never);
        }, dataLatency: 2);

        scene.Run(until: 10);
        scene.Market.Halt(Scene.First);
        scene.Run(until: 20);
        scene.Market.Resume(Scene.First);
        scene.Run(until: 30);

        Assert.Equal(["12 state Halted", "22 state Continuous"], ann.Notes);
    }
}
