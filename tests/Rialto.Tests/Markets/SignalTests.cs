using FsCheck.Fluent;
using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Signals wake exactly the agents that wait for them, once, when what they tell has reached them.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(Signals.Trade, "6 Trade")]
    [InlineData(Signals.Quote, "4 Quote", "6 Quote")]
    [InlineData(Signals.Public, "4 Quote", "6 Trade, Quote")]
    [InlineData(Signals.Private)]
    [InlineData(Signals.Batch)]
    public void A_signal_wakes_those_who_wait_for_it_and_no_others(Signals awaited, params string[] wakes)
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", agent => NoteWakes(agent, awaited), dataLatency: 3);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Sell, 10);
        scene.Enter(3, bob, Side.Buy, 10);
        scene.Run(until: 50);

        Assert.Equal(wakes, ann.Notes.Where(note => !note.Contains('@') && !note.Contains('/')));
    }

    [Fact]
    public void What_was_waited_for_is_handed_over_before_the_code_goes_on()
    {
        Scene scene = new(Scene.Batch(10));
        ScriptedAgent ann = scene.Add("ann", agent => NoteWakes(agent, Signals.Public), dataLatency: 1);
        ScriptedAgent dan = scene.Add("dan", agent => NoteWakes(agent, Signals.Batch), dataLatency: 2);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Sell, 10, lots: 2);
        scene.Enter(2, bob, Side.Buy, 12);
        scene.Run(until: 25);

        Assert.Equal(
            ["11 trade 1@10", "11 batch 1@10", "11 quote /10", "11 Public", "21 batch 0@", "21 Batch"], ann.Notes);
        Assert.Equal(["12 batch 1@10", "12 Batch", "22 batch 0@", "22 Batch"], dan.Notes);
    }

    [Fact]
    public void All_that_reaches_an_agent_at_one_instant_wakes_it_once()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", agent => NoteWakes(agent, Signals.Quote), dataLatency: 5);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Buy, 10);
        scene.Enter(1, bob, Side.Buy, 11);
        scene.Enter(2, bob, Side.Buy, 12);
        scene.Run(until: 50);

        Assert.Equal(["6 quote 10/", "6 quote 11/", "6 Quote", "7 quote 12/", "7 Quote"], ann.Notes);
    }

    [Fact]
    public void Who_begins_to_wait_while_the_news_is_under_way_is_told()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            await agent.Market.Until(Clock.At(4));
            await agent.Market.NextTrade();
            agent.Note("woke");
        }, dataLatency: 5);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Sell, 10);
        scene.Enter(2, bob, Side.Buy, 10);
        scene.Run(until: 50);

        Assert.Equal(["7 trade 1@10", "7 woke"], ann.Notes);
    }

    /// <summary>
    /// News that arrives at the very instant at which the wait begins is old: the agent could have looked.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_has_reached_an_agent_before_it_waits_does_not_wake_it_whoever_else_is_waiting(
        bool isAnotherWaiting)
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            await agent.Market.Until(Clock.At(7));
            await agent.Market.Next(Signals.Quote, Clock.At(9));
            agent.Note($"woke: {agent.Market.Resumed}");
        }, dataLatency: 5);
        if (isAnotherWaiting)
            scene.Add("dan", agent => NoteWakes(agent, Signals.Quote), dataLatency: 5);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(2, bob, Side.Buy, 10);
        scene.Run(until: 50);

        Assert.Equal(["9 woke: Time"], ann.Notes);
    }

    [Fact]
    public void A_wait_ends_at_its_time_even_if_nothing_happens_and_its_timer_dies_with_it()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Note($"{await agent.Market.Next(Signals.Quote, Clock.At(5))}");
            agent.Note($"{await agent.Market.Next(Signals.Quote, Clock.At(20))}");
            agent.Note($"{await agent.Market.Next(Signals.Trade, Clock.At(30))}");
            agent.Note($"{await agent.Market.Next(Signals.Time, Clock.At(1))}"); // That is now.
        });
        ParticipantId bob = scene.Add("bob");

        scene.Enter(8, bob, Side.Buy, 10);
        scene.Run(until: 50);

        Assert.Equal(["5 Time", "8 quote 10/", "8 Quote", "30 Time", "30 Time"], ann.Notes);
    }

    [Fact]
    public void Private_news_comes_before_public_news_of_the_same_instant()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            while (agent.Market.IsOpen)
                agent.Note($"{await agent.Market.Next(Signals.Public | Signals.Private, Timestamp.Never)}");
        }, dataLatency: 2);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(5, bob, Side.Sell, 10);
        scene.Run(until: 50);

        Assert.Equal(
        [
            "2 accepted 1", "2 Private", "2 quote 10/", "2 Quote",
            "7 executed 1 1@10", "7 Private", "7 trade 1@10", "7 quote /", "7 Trade, Quote",
        ], ann.Notes);
    }

    [Fact]
    public void An_answer_under_way_is_told_although_another_wait_took_the_answer_before_it()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(1));
            agent.Buy(10);
            await agent.Market.Sleep(Clock.Ms(3));
            agent.Buy(11);

            // Its timer comes at the same instant as the first answer, and before it.
            await agent.Market.Next(Signals.Private, Clock.At(6));
            agent.Note($"{agent.Market.Resumed}");
            await agent.Market.NextAnswer();
            agent.Note($"{agent.Market.Resumed}");
        }, dataLatency: 5);

        scene.Run(until: 50);

        Assert.Equal(["6 accepted 1", "6 Time", "9 accepted 2", "9 Private"], ann.Notes);
    }

    [Fact]
    public void An_agent_told_of_two_markets_is_told_of_each()
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            Assert.True(agent.Market.TryFind("other1", out Listing other));
            Assert.False(agent.Market.TryFind("nowhere", out _));
            agent.Market.Watch(other);
            agent.Market.Watch(other); // Twice is once.
            await NoteWakes(agent, Signals.Quote);
        }, dataLatency: 1);
        ParticipantId bob = scene.Add("bob");

        scene.Enter(1, bob, Side.Buy, 10);
        scene.Enter(2, bob, Side.Buy, 20, listing: Scene.Second);
        scene.Enter(3, bob, Side.Sell, 11);
        scene.Enter(3, bob, Side.Sell, 21, listing: Scene.Second);
        scene.Run(until: 50);

        Assert.Equal(
            ["2 quote 10/", "2 Quote", "3 quote 20/", "3 Quote", "4 quote 10/11", "4 Quote", "4 quote 20/21",
                "4 Quote"],
            ann.Notes);
    }

    /// <summary>
    /// Whatever an agent waits for and whenever, it is woken for each publication that reaches it after it began to
    /// wait, and for no other. Method: agents of several latencies wait for random signals and times; each notes what a
    /// list says.
    /// </summary>
    [Fact]
    public void No_news_is_lost_and_none_is_told_twice() => Property.Holds(Gen.Choose(0, 100_000), seed =>
    {
        Scene scene = new() { Seed = (ulong)seed };
        RandomStream random = new((ulong)seed, "news");
        List<ScriptedAgent> agents = [];
        double[] latencies = [0, 0.3, 0.3, 2, 7];
        for (int i = 0; i < latencies.Length; i++)
            agents.Add(scene.Add($"agent/{i}", WaitsAtRandom, dataLatency: latencies[i]));
        ParticipantId bob = scene.Add("bob");

        List<(double At, long Price)> quotes = [];
        double at = 0;
        for (long price = 1; price <= 40; price++)
        {
            at += random.NextBetween(1, 12) / 10.0;
            scene.Enter(at, bob, Side.Buy, price);
            quotes.Add((at, price));
        }

        scene.Run(until: at + 20);
        Assert.Empty(scene.Market.StoppedAgents);

        for (int i = 0; i < agents.Count; i++)
        {
            List<string> expected = [];
            string[] waits = [.. agents[i].Notes.Where(note => note.Contains("..", StringComparison.Ordinal))];
            foreach (string wait in waits)
            {
                string[] ends = wait.Split(' ')[1].Split("..");
                Timestamp from = new(long.Parse(ends[0], System.Globalization.CultureInfo.InvariantCulture));
                Timestamp to = new(long.Parse(ends[1], System.Globalization.CultureInfo.InvariantCulture));
                expected.AddRange(quotes
                    .Select(quote => (Reaches: Clock.At(quote.At) + Clock.Ms(latencies[i]), quote.Price))
                    .Where(quote => quote.Reaches > from && quote.Reaches <= to)
                    .Select(quote => $"{Clock.Text(quote.Reaches)} quote {quote.Price}/"));
            }

            Assert.Equal(expected, agents[i].Notes.Where(note => note.EndsWith('/')));
        }
    });

    /// <summary>
    /// Waits for quotes without a time, or sleeps; never wakes at an instant at which a quote might come, but for a
    /// quote.
    /// </summary>
    static async AgentTask WaitsAtRandom(ScriptedAgent agent)
    {
        while (agent.Market.IsOpen)
        {
            Timestamp began = agent.Market.Now;
            if (agent.Random.NextBoolean())
            {
                await agent.Market.Next(Signals.Quote, Timestamp.Never);
                agent.Note($"{began.Nanoseconds}..{agent.Market.Now.Nanoseconds}");
            }
            else
            {
                await agent.Market.Sleep(new Duration(agent.Random.NextBetween(1, 9_000_000)));
            }
        }
    }

    static async AgentTask NoteWakes(ScriptedAgent agent, Signals awaited)
    {
        while (agent.Market.IsOpen)
            agent.Note($"{await agent.Market.Next(awaited, Timestamp.Never)}");
    }
}
