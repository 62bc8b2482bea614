using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Requests that reach a venue in the same nanosecond: whose turn it is.</summary>
public sealed class TieBreakTests
{
    [Fact]
    public void Ties_by_arrival_go_in_the_order_in_which_the_requests_came_about()
    {
        Scene scene = new(Scene.Continuous(TieBreak.Arrival));
        foreach (string name in (string[])["ann", "bob", "cid"])
            scene.Add(name, async agent =>
            {
                await agent.Market.Sleep(Clock.Ms(1));
                agent.Buy(10);
                agent.Buy(11);
            });

        Assert.Equal(
        [
            "1 ann accepted 1 Buy 1@10",
            "1 ann accepted 2 Buy 1@11",
            "1 bob accepted 1 Buy 1@10",
            "1 bob accepted 2 Buy 1@11",
            "1 cid accepted 1 Buy 1@10",
            "1 cid accepted 2 Buy 1@11",
        ], scene.Run(until: 2));
    }

    [Fact]
    public void What_one_participant_sent_stays_in_its_order_when_lots_are_drawn()
    {
        Arrivals arrivals = new();
        Scene scene = new(Scene.Continuous(TieBreak.Random));
        for (int i = 0; i < 5; i++)
        {
            int requests = i + 1;
            scene.Add($"agent/{i}", async agent =>
            {
                for (int round = 0; round < 100; round++)
                {
                    await agent.Market.Sleep(Clock.Ms(1));
                    for (int request = 0; request < requests; request++)
                        agent.Buy(10);
                }
            });
        }

        scene.Market.Add(arrivals);
        scene.Run(until: 200);

        Assert.Equal(1500, arrivals.All.Count);
        foreach (IGrouping<int, (Timestamp At, int Who, long Order, short Venue)> sender in arrivals.All.GroupBy(
            request => request.Who))
            Assert.Equal(sender.Select(request => request.Order).Order(), sender.Select(request => request.Order));
    }

    /// <summary>
    /// Of three participants with one request each, all six orders are equally likely; with two requests, all fifteen.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 1, 6)]
    [InlineData(2, 2, 0, 6)]
    [InlineData(4, 2, 0, 15)]
    [InlineData(2, 1, 1, 12)]
    public void Every_order_of_different_participants_is_equally_likely(int ann, int bob, int cid, int orders)
    {
        const int Rounds = 3000;
        Arrivals arrivals = new();
        Scene scene = new(Scene.Continuous(TieBreak.Random));
        foreach ((string name, int requests) in (ReadOnlySpan<(string, int)>)[("ann", ann), ("bob", bob), ("cid", cid)])
            scene.Add(name, async agent =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    await agent.Market.Sleep(Clock.Ms(1));
                    for (int request = 0; request < requests; request++)
                        agent.Buy(10);
                }
            });

        scene.Market.Add(arrivals);
        scene.Run(until: Rounds + 1);

        int[] counts =
        [
            .. arrivals.All.GroupBy(request => request.At)
                .Select(instant => string.Concat(instant.Select(request => request.Who)))
                .GroupBy(order => order)
                .Select(same => same.Count()),
        ];
        Assert.Equal(Rounds, counts.Sum());
        Assert.Equal(orders, counts.Length);

        double expected = (double)Rounds / orders;
        Assert.All(counts, count =>
            Assert.InRange(count, expected - (4.5 * Math.Sqrt(expected)), expected + (4.5 * Math.Sqrt(expected))));
    }

    [Fact]
    public void Lots_drawn_for_one_venue_do_not_move_those_of_another()
    {
        Assert.Equal(OrderAtTheOther(crowdAtTheFirst: 0), OrderAtTheOther(crowdAtTheFirst: 4));

        static List<(Timestamp, int, long)> OrderAtTheOther(int crowdAtTheFirst)
        {
            Arrivals arrivals = new();
            Scene scene = new(Scene.Continuous(TieBreak.Random), Scene.Continuous(TieBreak.Random));
            for (int i = 0; i < 3 + crowdAtTheFirst; i++)
                scene.Add($"agent/{i}", Repeatedly, home: i < 3 ? Scene.Second : Scene.First);

            scene.Market.Add(arrivals);
            scene.Run(until: 50);
            return [.. arrivals.All.Where(request => request.Venue == 1).Select(request =>
                (request.At, request.Who, request.Order))];
        }

        static async AgentTask Repeatedly(ScriptedAgent agent)
        {
            for (int round = 0; round < 30; round++)
            {
                await agent.Market.Next(Signals.Time, agent.Market.Now + Clock.Ms(1));
                agent.Buy(10);
            }
        }
    }

    sealed class Arrivals : IMarketListener
    {
        public List<(Timestamp At, int Who, long Order, short Venue)> All { get; } = [];

        public void OnStep(in Step step)
        {
            if (step.Input.Kind == InputKind.Request)
            {
                All.Add((step.Input.At, step.Input.Request.Participant.Value, step.Input.Request.Order.Value,
                    step.Input.Listing.Venue.Value));
            }
        }
    }
}
