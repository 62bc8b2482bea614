using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>An agent whose code throws is stopped; the market goes on without it.</summary>
public sealed class StoppedAgentTests
{
    [Fact]
    public void An_agent_that_throws_is_stopped_its_orders_are_canceled_and_the_run_goes_on()
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            agent.Market.Enter(Scene.Second, Order.Limit(Side.Sell, Quantity.One, new Price(20)).GoodTillCanceled());
            await agent.Market.Sleep(Clock.Ms(3));
            throw new InvalidOperationException("no idea");
        }, orderLatency: 1);
        ScriptedAgent bob = scene.Add("bob", async agent =>
        {
            while (agent.Market.IsOpen)
            {
                await agent.Market.Sleep(Clock.Ms(4));
                agent.Note("goes on");
            }
        });

        Assert.Equal(
        [
            "1 ann accepted 1 Buy 1@10",
            "1 ann accepted 2 Sell 1@20",
            "3 ann canceled 1 Requested",
            "3 ann canceled 2 Requested",
        ], scene.Run(until: 10));
        Assert.Equal(["4 goes on", "8 goes on"], bob.Notes);

        StoppedAgent stopped = Assert.Single(scene.Market.StoppedAgents);
        Assert.Equal(
            (new ParticipantId(0), Clock.At(3), "no idea"), (stopped.Participant, stopped.At, stopped.Fault.Message));
    }

    [Fact]
    public void Wherever_it_throws_only_this_agent_is_stopped_and_always_in_the_same_way()
    {
        Func<ScriptedAgent, AgentTask>[] lives =
        [
            static agent => throw new InvalidOperationException("before its first wait"),
            static async agent =>
            {
                agent.Buy(10);
                await agent.Market.NextAnswer();
                throw new InvalidOperationException("after an answer");
            },
            static async agent => await Nested(agent, depth: 3),
            static async agent =>
            {
                await agent.Market.Sleep(Clock.Ms(1));
                await NestedAtOnce();
            },
            static async agent =>
            {
                await agent.Market.NextTrade();
                throw new InvalidOperationException("at the close");
            },
        ];

        Assert.Equal(
            ["0 before its first wait", "0 after an answer", "4 deep down", "1 nested, at once", "20 at the close"],
            lives.Select(life => Run(life).Fault));
        Assert.All(lives, life => Assert.Equal(Run(life), Run(life)));

        static (ulong Hash, string Fault) Run(Func<ScriptedAgent, AgentTask> life)
        {
            Scene scene = new();
            scene.Add("faulty", life);
            ScriptedAgent bob = scene.Add("bob", async agent =>
            {
                while (agent.Market.IsOpen)
                {
                    agent.Market.Enter(Order.Limit(Side.Buy, Quantity.One, new Price(agent.Random.NextBetween(1, 9))));
                    await agent.Market.Sleep(Clock.Ms(1));
                }

                agent.Note("saw the end");
            });
            scene.Run(until: 20);
            scene.Market.Close();

            StoppedAgent stopped = Assert.Single(scene.Market.StoppedAgents);
            Assert.Equal(new ParticipantId(0), stopped.Participant);
            Assert.Equal("20 saw the end", bob.Notes[^1]);
            return (scene.Market.Hash, $"{Clock.Text(stopped.At)} {stopped.Fault.Message}");
        }
    }

    [Fact]
    public void An_agent_that_catches_its_own_exception_lives_on()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            try
            {
                await Nested(agent, depth: 2);
            }
            catch (InvalidOperationException caught)
            {
                agent.Note(caught.Message);
            }

            await agent.Market.Sleep(Clock.Ms(1));
            agent.Note("lives on");
        });
        scene.Run(until: 10);

        Assert.Equal(["3 deep down", "4 lives on"], ann.Notes);
        Assert.Empty(scene.Market.StoppedAgents);
    }

    [Fact]
    public void A_contradiction_in_ourselves_stops_the_run_even_inside_an_agent()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(1));
            Invariant.Holds(agent.Market.IsOpen is false, $"it is open");
        });

        Assert.Throws<InvariantException>(() => scene.Run(until: 10));
    }

    [Fact]
    public void An_agent_that_waits_for_two_things_at_once_is_stopped()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            AgentTask forgotten = Nested(agent, depth: 1);
            await agent.Market.Sleep(Clock.Ms(1));
            await forgotten;
        });
        scene.Run(until: 10);

        Assert.Equal(
            "The agent waits already: await one thing at a time.",
            Assert.Single(scene.Market.StoppedAgents).Fault.Message);
    }

    [Fact]
    public void Code_that_nobody_awaits_has_a_fault_too()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            AgentTask forgotten = Nested(agent, depth: 0);
            await default(AgentTask);
        });
        scene.Run(until: 10);

        Assert.Equal("deep down", Assert.Single(scene.Market.StoppedAgents).Fault.Message);
    }

    [Fact]
    public void A_hook_and_a_description_that_throw_stop_the_agent_too()
    {
        Scene scene = new();
        scene.Add("ann", new Faulty(inHook: true));
        scene.Add("bob", new Faulty(inHook: false));
        scene.Market.ShowsAgents = true;
        scene.Run(until: 10);

        Assert.Equal(["0 in a hook", "1 in its description"], scene.Market.StoppedAgents.Select(stopped =>
            $"{Clock.Text(stopped.At)} {stopped.Fault.Message}"));
    }

    [Fact]
    public void Whatever_a_loop_calls_it_is_stopped_after_as_many_calls()
    {
        Action<ScriptedAgent>[] loops =
        [
            agent => { while (agent.Market.IsOpen) { } },
            agent => { while (agent.Market.Now < Clock.At(2)) { } },
            agent => { while (!agent.Market.TryQuote(out _)) { } },
            agent => { while (agent.Market.Inventory() == 0) { } },
            agent => { while (agent.Market.Volume(Scene.First) == 0) { } },
            agent => { while (agent.Buy(1).Value > 0) { } },
            agent => { for (int i = 0; i >= 0; i++) agent.Market.Report("again"); },
        ];

        Assert.All(loops, loop =>
        {
            (ulong hash, string fault) = Run(loop);
            Assert.Equal("More than 1000 calls without a wait: the agent is looping.", fault);
            Assert.Equal((hash, fault), Run(loop));
        });

        static (ulong Hash, string Fault) Run(Action<ScriptedAgent> loop)
        {
            Scene scene = new();
            scene.Add("looping", async agent =>
            {
                await agent.Market.Sleep(Clock.Ms(1));
                loop(agent);
            });
            Market market = new(scene.Setup() with { CallBudget = 1000 });
            market.RunUntil(Clock.At(10));
            return (market.Hash, Assert.Single(market.StoppedAgents).Fault.Message);
        }
    }

    [Fact]
    public void What_the_others_do_is_as_if_the_agent_had_ended_by_itself()
    {
        Assert.Equal(Others(throws: false), Others(throws: true));
        Assert.NotEmpty(Others(throws: true));

        static List<string> Others(bool throws)
        {
            Scene scene = new(Scene.Continuous(TieBreak.Random));
            scene.Add("ann", async agent =>
            {
                await agent.Market.Sleep(Clock.Ms(3));
                if (throws)
                    throw new InvalidOperationException("no idea");
            });
            for (int i = 0; i < 5; i++)
                scene.Add($"noise/{i}", new NoisyAgent(Clock.Ms(2), 1, 1), orderLatency: i % 2);

            return [.. scene.Run(until: 60).Where(line => !line.Contains(" ann ", StringComparison.Ordinal))];
        }
    }

    static async AgentTask Nested(ScriptedAgent agent, int depth)
    {
        await agent.Market.Sleep(Clock.Ms(1));
        if (depth > 0)
            await Nested(agent, depth - 1);

        throw new InvalidOperationException("deep down");
    }

    static async AgentTask NestedAtOnce()
    {
        if (Math.Abs(-1) > 0)
            throw new InvalidOperationException("nested, at once");

        await default(AgentTask);
    }

    sealed class Faulty(bool inHook) : Agent
    {
        public override IEnumerable<StateValue> Describe() => throw new InvalidOperationException("in its description");

        protected override async AgentTask TradeAsync(IMarketAccess market)
        {
            if (inHook)
                market.Enter(Order.Limit(Side.Buy, Quantity.One, new Price(1)));
            await market.Next(Signals.Private, Clock.At(1));
            market.Report("here");
        }

        protected override void OnAccepted(Listing listing, in MarketEvent accepted) =>
            throw new InvalidOperationException("in a hook");
    }
}
