using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>An agent that thinks sends when it has thought, and is told of nothing before.</summary>
public sealed class ComputationTests
{
    [Fact]
    public void Requests_leave_when_the_agent_has_thought()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            await agent.Market.Until(Clock.At(10));
            agent.Buy(10);
            agent.Market.Compute(Clock.Ms(2));
            agent.Buy(11);
        }, orderLatency: 5);
        scene.Amend(setup => setup with { Computation = Clock.Ms(1) });

        IReadOnlyList<string> log = scene.Run(until: 100);

        Assert.Contains(log, line =>
            line.StartsWith("16 ", StringComparison.Ordinal) && line.Contains("@10", StringComparison.Ordinal));
        Assert.Contains(log, line =>
            line.StartsWith("18 ", StringComparison.Ordinal) && line.Contains("@11", StringComparison.Ordinal));
    }

    [Fact]
    public void No_wait_ends_before_the_agent_has_thought()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Market.Compute(Clock.Ms(8));
            await agent.Market.Until(Clock.At(3));
            agent.Note("slept");
            agent.Buy(9);
            agent.Market.Compute(Clock.Ms(4));
            await agent.Market.NextAnswer();
            agent.Note("answered");
        });

        scene.Run(until: 100);

        Assert.Equal(["8 slept", "12 accepted 1", "12 answered"], ann.Notes);
    }

    [Fact]
    public void What_becomes_public_meanwhile_is_told_when_the_agent_has_thought()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            agent.Market.Compute(Clock.Ms(10));
            await agent.Market.Next(Signals.Quote, Timestamp.Never);
            agent.Note("woke");
            agent.Market.Compute(Clock.Ms(10));
            await agent.Market.Next(Signals.Quote, Clock.At(50));
            agent.Note($"{agent.Market.Resumed}");
        }, dataLatency: 1);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(2, bob, Side.Buy, 10);
        scene.Enter(4, bob, Side.Buy, 11);
        scene.Enter(30, bob, Side.Buy, 12);

        scene.Run(until: 100);

        Assert.Equal(["10 quote 10/", "10 quote 11/", "10 woke", "31 quote 12/", "31 Quote"], ann.Notes);
    }

    [Fact]
    public void A_round_trip_shows_the_book_as_of_the_arrival_at_the_venue()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            await agent.Market.Until(Clock.At(10));
            await agent.Market.RoundTrip();
            agent.Note(agent.Market.TryQuote(out Quote quote) ? $"{quote.Bid}" : "nothing");
        }, orderLatency: 3, dataLatency: 4);
        ParticipantId bob = scene.Add("bob");
        scene.Enter(12.9, bob, Side.Buy, 10);
        scene.Enter(13.1, bob, Side.Buy, 11);

        scene.Run(until: 100);

        Assert.Equal(["17 10"], ann.Notes);
    }
}
