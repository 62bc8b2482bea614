using System.Diagnostics;
using System.Reflection;
using Rialto.Agents;
using Rialto.Markets;
using Rialto.Tests.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Agents;

/// <summary>Agents are straight-line code: nested, looping, ending, and at no cost for a wait.</summary>
public sealed class AgentTaskTests
{
    [Fact]
    public void Nested_tasks_go_on_where_they_left_off()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            for (int round = 1; round <= 2; round++)
            {
                await Twice(agent, "in round " + round);
                await Nothing();
                agent.Note("after round " + round);
            }
        });
        scene.Run(until: 100);

        Assert.Equal(
        [
            "1 in round 1", "3 in round 1", "3 after round 1",
            "4 in round 2", "6 in round 2", "6 after round 2",
        ], ann.Notes);

        static async AgentTask Twice(ScriptedAgent agent, string what)
        {
            await Later(agent, 1, what);
            await Later(agent, 2, what);
        }

        static async AgentTask Later(ScriptedAgent agent, double milliseconds, string what)
        {
            await agent.Market.Sleep(Clock.Ms(milliseconds));
            agent.Note(what);
        }

        static async AgentTask Nothing() => await default(AgentTask);
    }

    [Fact]
    public void A_hundred_thousand_nested_waits_need_no_deeper_stack()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            for (int i = 0; i < 100_000; i++)
                await One(agent);

            agent.Note("done");
        });
        scene.Run(until: 1000);

        Assert.Equal(["100 done"], ann.Notes);

        static async AgentTask One(ScriptedAgent agent)
        {
            await agent.Market.Sleep(new Duration(1000));
            await default(AgentTask);
        }
    }

    [Fact]
    public void An_agent_that_has_ended_is_left_alone()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", agent =>
        {
            agent.Buy(10);
            agent.Note("the end");
            return default;
        });
        ScriptedAgent dan = scene.Add("dan", async agent =>
        {
            agent.Buy(9);
            await agent.Market.NextAnswer();
        });
        ParticipantId bob = scene.Add("bob");
        scene.Enter(5, bob, Side.Sell, 9, lots: 2);
        scene.Run(until: 20);
        scene.Market.Close();

        Assert.Equal(["0 the end"], ann.Notes);
        Assert.Equal(["0 accepted 1"], dan.Notes);
        Assert.Equal(1, scene.Market.WakeUps);
    }

    [Fact]
    public void An_agent_begins_at_its_time()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Note("begins");
            await agent.Market.Sleep(Clock.Ms(1));
        }, start: 12.5);
        scene.Run(until: 20);

        Assert.Equal(["12.5 begins"], ann.Notes);
    }

    [Fact]
    public void An_agent_that_has_no_market_yet_says_so()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() =>
            new ScriptedAgent(_ => default).Market);
        Assert.Equal("ScriptedAgent has no market yet: use it from TradeAsync on.", refused.Message);
    }

    /// <summary>
    /// An await of anything else does not compile (CS0315): the builder, which the compiler calls at each await,
    /// demands an awaiter of ours.
    /// </summary>
    [Theory]
    [InlineData(nameof(AgentTaskBuilder.AwaitOnCompleted))]
    [InlineData(nameof(AgentTaskBuilder.AwaitUnsafeOnCompleted))]
    public void Only_the_market_can_be_awaited(string method)
    {
        Type awaiter = typeof(AgentTaskBuilder).GetMethod(method)!.GetGenericArguments()[0];

        Assert.Contains(typeof(IMarketAwaiter), awaiter.GetGenericParameterConstraints());
        Assert.DoesNotContain(
            typeof(IMarketAwaiter), typeof(System.Runtime.CompilerServices.TaskAwaiter).GetInterfaces());
        Assert.Equal(
            [typeof(AgentTask), typeof(Wait)],
            typeof(Agent).Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(IMarketAwaiter)) && type.IsValueType)
                .OrderBy(type => type.Name));
    }

    /// <summary>
    /// What every wait allocated would show in every round; what is grown once, or made while the code is still being
    /// compiled for the first time, does not show in all of them.
    /// </summary>
    [Theory]
    [InlineData(Signals.Time)]
    [InlineData(Signals.Trade)]
    [InlineData(Signals.Private)]
    public void A_wait_allocates_nothing(Signals awaited)
    {
        if (typeof(Market).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
            Assert.Skip("Only optimised code promises it: a Debug build boxes. ./test runs the Release build.");

        Waiter waiter = new(awaited);
        Scene scene = new();
        scene.Add("waiter", waiter, orderLatency: 0.001, dataLatency: 0.0005);
        scene.Add("maker", new Maker());
        Market market = new(scene.Setup());
        while (waiter.LeastAllocated > 0 && market.Now < Clock.At(4000))
            market.RunUntil(market.Now + Clock.Ms(10));

        Assert.Equal(0, waiter.LeastAllocated);
    }

    sealed class Waiter(Signals awaited) : Agent
    {
        const int Waits = 10_000;

        public long LeastAllocated { get; private set; } = long.MaxValue;

        protected override async AgentTask TradeAsync(IMarketAccess market)
        {
            for (int round = 0; round < 100 && LeastAllocated > 0; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < Waits; i++)
                {
                    if (awaited == Signals.Private)
                        market.CancelAll();

                    await market.Next(
                        awaited, awaited == Signals.Time ? market.Now + new Duration(1500) : Timestamp.Never);
                }

                LeastAllocated = Math.Min(LeastAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
            }
        }
    }

    /// <summary>Trades with itself, every microsecond.</summary>
    sealed class Maker : Agent
    {
        protected override async AgentTask TradeAsync(IMarketAccess market)
        {
            while (market.IsOpen)
            {
                market.Enter(Order.Limit(Side.Buy, Quantity.One, new Price(10)));
                market.Enter(Order.Limit(Side.Sell, Quantity.One, new Price(10)));
                await market.Sleep(new Duration(1000));
            }
        }
    }
}
