using Rialto.Agents;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>What comes first at one instant, and instants that do not end.</summary>
public sealed class InstantTests
{
    [Fact]
    public void A_deadline_precedes_the_requests_of_its_instant()
    {
        Scene scene = new(Scene.Batch(10));
        scene.Add("ann", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(9));
            agent.Buy(10);
            await agent.Market.Sleep(Clock.Ms(1));
            agent.Sell(10); // It reaches the venue at 10 ms, when the batch has taken place.
        });

        Assert.Equal(
        [
            "9 ann accepted 1 Buy 1@10",
            "10 batch 0@0",
            "10 ann accepted 2 Sell 1@10",
            "20 ann executed 1 1@10",
            "20 ann executed 2 1@10",
            "20 batch 1@10",
        ], scene.Run(until: 25));
    }

    [Fact]
    public void An_expiry_precedes_a_request_of_its_instant()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            agent.Market.Enter(Order.Limit(Side.Buy, Quantity.One, new Price(10)).Until(Clock.At(5)));
            await agent.Market.Sleep(Clock.Ms(5));
            agent.Sell(10);
        });

        Assert.Equal(
            ["0 ann accepted 1 Buy 1@10", "5 ann canceled 1 Expired", "5 ann accepted 2 Sell 1@10"],
            scene.Run(until: 10));
    }

    [Fact]
    public void An_expiry_precedes_an_auction_of_its_instant()
    {
        Scene scene = new(Scene.Batch(10));
        ParticipantId bob = scene.Add("bob");
        scene.Submit(1, bob, Order.Limit(Side.Buy, Quantity.One, new Price(10)).Until(Clock.At(10)), Scene.First);
        scene.Submit(2, bob, Order.Limit(Side.Buy, Quantity.One, new Price(10)).Until(Clock.At(7)), Scene.First);
        scene.Enter(3, bob, Side.Sell, 10);

        Assert.Equal(
        [
            "1 bob accepted 1 Buy 1@10",
            "2 bob accepted 2 Buy 1@10",
            "3 bob accepted 3 Sell 1@10",
            "7 bob canceled 2 Expired",
            "10 bob canceled 1 Expired",
            "10 batch 0@0",
        ], scene.Run(until: 15));
    }

    [Fact]
    public void Requests_that_a_group_causes_form_the_next_group()
    {
        Scene scene = new(Scene.Continuous(TieBreak.Random));
        scene.Add("first", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(1));
            agent.Buy(10);
        });
        scene.Add("second", async agent =>
        {
            await agent.Market.Next(Signals.Quote, Timestamp.Never);
            agent.Buy(11);
        });
        scene.Add("third", async agent =>
        {
            do
                await agent.Market.Next(Signals.Quote, Timestamp.Never);
            while (agent.Market.TryQuote(out Quote quote) && quote.Bid < new Price(11));
            agent.Buy(12);
        });

        Assert.Equal(
            ["1 first accepted 1 Buy 1@10", "1 second accepted 1 Buy 1@11", "1 third accepted 1 Buy 1@12"],
            scene.Run(until: 5));
    }

    [Fact]
    public void An_agent_that_sleeps_no_time_for_ever_ends_the_run_by_name()
    {
        Scene scene = new();
        scene.Add("calm", async agent =>
        {
            while (agent.Market.IsOpen)
                await agent.Market.Sleep(Clock.Ms(1));
        });
        scene.Add("restless", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(5));
            while (agent.Market.IsOpen)
                await agent.Market.Sleep(Duration.Zero);
        });

        MarketException ended = Assert.Throws<MarketException>(() => scene.Run(until: 10));
        Assert.Equal("The instant 0.005000000 s does not end: restless does not let time pass.", ended.Message);
    }

    [Fact]
    public void An_agent_that_answers_every_answer_at_once_ends_the_run_by_name()
    {
        Scene scene = new();
        scene.Add("calm", async agent => await agent.Market.NextTrade());
        scene.Add("hasty", async agent =>
        {
            while (agent.Market.IsOpen)
            {
                agent.Market.CancelAll();
                await agent.Market.NextAnswer();
            }
        });

        MarketException ended = Assert.Throws<MarketException>(() => scene.Run(until: 10));
        Assert.Equal("The instant 0.000000000 s does not end: hasty does not let time pass.", ended.Message);
    }

    [Fact]
    public void An_agent_that_sends_without_end_is_stopped_and_its_orders_are_canceled()
    {
        Scene scene = new();
        ParticipantId flood = scene.Add("flood", new ScriptedAgent(async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(1));
            while (true)
                agent.Buy(10);
        }), orderLatency: 3);
        ScriptedAgent calm = scene.Add("calm", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(8));
            agent.Note(agent.Market.TryQuote(out Quote quote)
                && quote.Bid is null ? "an empty book" : "a crowded book");
        });
        scene.Run(until: 10);

        StoppedAgent stopped = Assert.Single(scene.Market.StoppedAgents);
        Assert.Equal((flood, Clock.At(1)), (stopped.Participant, stopped.At));
        Assert.Equal("More than 100000 calls without a wait: the agent is looping.", stopped.Fault.Message);
        Assert.Equal(["8 an empty book"], calm.Notes);
    }
}
