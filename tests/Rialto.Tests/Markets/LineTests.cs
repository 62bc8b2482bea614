using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Each venue may lie elsewhere, and messages may be late by chance, but never out of order.</summary>
public sealed class LineTests
{
    [Fact]
    public void An_answer_from_a_near_venue_overtakes_one_from_a_far_venue()
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            agent.Market.Enter(Scene.Second, Order.Limit(Side.Buy, Quantity.One, new Price(20)));
            while (agent.Market.IsOpen)
                await agent.Market.NextAnswer();
        });
        scene.Amend(setup =>
            setup with { Links = [new Link(Clock.Ms(10), Clock.Ms(10)), new Link(Clock.Ms(1), Clock.Ms(2))] });

        scene.Run(until: 100);

        Assert.Equal(["3 accepted 2", "20 accepted 1"], ann.Notes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Jitter_keeps_the_order_of_requests_and_of_answers(ulong seed)
    {
        Scene scene = new() { Seed = seed };
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            for (int i = 0; i < 50; i++)
                agent.Buy(10);
            while (agent.Market.IsOpen)
                await agent.Market.NextAnswer();
        });
        scene.Amend(setup => setup with
        {
            OrderJitter = random => random.NextDuration(Clock.Ms(9)), DataJitter = random =>
                random.NextExponential(Clock.Ms(3)),
        });

        scene.Run(until: 1_000);

        Assert.Equal(Enumerable.Range(1, 50).Select(i => $"accepted {i}"), ann.Notes.Select(note =>
            note[(note.IndexOf(' ') + 1)..]));
        Assert.True(ann.Notes.Select(note => note[..note.IndexOf(' ')]).Distinct().Count() > 1, "the delays differ");
    }

    [Fact]
    public void A_jitter_of_its_own_leaves_the_draws_of_others_alone()
    {
        static ulong FirstDraw(Func<RandomStream, Duration>? jitter)
        {
            Scene scene = new();
            ulong drawn = 0;
            scene.Add("ann", async agent =>
            {
                agent.Buy(10);
                await agent.Market.Until(Clock.At(50));
                drawn = agent.Random.NextBits();
            });
            scene.Amend(setup => setup with { OrderJitter = jitter });
            scene.Run(until: 100);
            return drawn;
        }

        Assert.Equal(FirstDraw(null), FirstDraw(random => random.NextDuration(Clock.Ms(5))));
    }

    [Fact]
    public void A_subscription_has_its_own_latency()
    {
        Scene scene = new(Scene.Continuous(), Scene.Continuous());
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Market.Watch(Scene.Second, Clock.Ms(7));
            while (agent.Market.IsOpen)
                await agent.Market.Next(Signals.Quote, Timestamp.Never);
        }, dataLatency: 2);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(1, bob, Side.Buy, 10);
        scene.Enter(1, bob, Side.Buy, 20, listing: Scene.Second);

        scene.Run(until: 100);

        Assert.Equal(["3 quote 10/", "8 quote 20/"], ann.Notes);
    }
}
