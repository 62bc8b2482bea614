using FsCheck;
using FsCheck.Fluent;
using Rialto.Agents;
using Rialto.Journal;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>
/// A request reaches its venue exactly after its latency, and never before an earlier one of the same agent.
/// </summary>
public sealed class OrderLatencyTests
{
    static readonly Gen<(int Pause, int Latency)> Sends =
        from pause in Gen.Choose(0, 12)
        from latency in Gen.Choose(0, 20)
        select (pause, latency);

    [Fact]
    public void A_request_arrives_after_the_order_latency_and_its_answer_after_the_data_latency()
    {
        Scene scene = new();
        ScriptedAgent ann = scene.Add("ann", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(3));
            agent.Buy(10);
            Assert.Equal(Signals.Private, await agent.Market.NextAnswer());
            agent.Note("resumed");
        }, orderLatency: 7, dataLatency: 5);

        Assert.Equal(["10 ann accepted 1 Buy 1@10"], scene.Run(until: 100));
        Assert.Equal(["15 accepted 1", "15 resumed"], ann.Notes);
    }

    [Fact]
    public void A_request_on_a_faster_connection_does_not_overtake()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            agent.Buy(10);
            agent.Market.UseConnection(Clock.Ms(1));
            agent.Buy(11);
            await agent.Market.Sleep(Clock.Ms(4));
            agent.Market.Cancel(new ClientOrderId(1));
            await agent.Market.Sleep(Clock.Ms(16));
            agent.Buy(12);
        }, orderLatency: 10);

        Assert.Equal(
        [
            "10 ann accepted 1 Buy 1@10",
            "10 ann accepted 2 Buy 1@11",
            "10 ann canceled 1 Requested",
            "21 ann accepted 3 Buy 1@12",
        ], scene.Run(until: 100));
    }

    [Fact]
    public void An_arrival_is_the_later_of_the_latency_and_the_one_before() => Property.HoldsForLists(Sends, sends =>
    {
        List<Timestamp> expected = [];
        Timestamp now = Timestamp.Zero;
        foreach ((int pause, int latency) in sends)
        {
            now += Clock.Ms(pause);
            expected.Add(Timestamp.Latest(now + Clock.Ms(latency), expected.Count > 0 ? expected[^1] : Timestamp.Zero));
        }

        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            foreach ((int pause, int latency) in sends)
            {
                await agent.Market.Sleep(Clock.Ms(pause));
                agent.Market.UseConnection(Clock.Ms(latency));
                agent.Buy(10);
            }
        });
        ArrivalTimes arrivals = new();
        scene.Market.Add(arrivals);
        scene.Run(until: 1e9);

        Assert.Equal(expected, arrivals.All);
    });

    [Fact]
    public void A_request_to_a_venue_that_does_not_exist_stops_the_agent_that_sends_it()
    {
        Scene scene = new();
        scene.Add("ann", async agent =>
        {
            await agent.Market.Sleep(Clock.Ms(1));
            agent.Market.Enter(new Listing(new(7), new(0)), Order.Limit(Side.Buy, Quantity.One, new Price(10)));
        });
        ParticipantId bob = scene.Add("bob");

        scene.Run(until: 2);
        Assert.Equal(
            "There is no venue 7 with an instrument 0.", Assert.Single(scene.Market.StoppedAgents).Fault.Message);

        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            scene.Enter(3, bob, Side.Buy, 10, listing: new Listing(new(0), new(1))));
        Assert.Equal("There is no venue 0 with an instrument 1.", refused.Message);
    }

    [Fact]
    public void An_input_from_outside_cannot_lie_in_the_past()
    {
        Scene scene = new();
        ParticipantId bob = scene.Add("bob");
        scene.Run(until: 2);

        ArgumentException refused = Assert.Throws<ArgumentException>(() => scene.Enter(1, bob, Side.Buy, 10));
        Assert.Equal(
            "The input is due at 0.001000000 s, and it is 0.002000000 s already. (Parameter 'external')",
            refused.Message);
    }

    [Fact]
    public void A_participant_nobody_knows_is_refused_by_the_venue()
    {
        List<RejectReason> reasons = [];
        Market market = new(new Scene().Setup());
        market.Add(new Refusals(reasons));
        market.Submit(Input.OfRequest(
            Clock.At(1), Origin.External, default(Request) with { Participant = new ParticipantId(77) }));

        Assert.Equal([RejectReason.UnknownParticipant], reasons);
    }

    sealed class ArrivalTimes : IMarketListener
    {
        public List<Timestamp> All { get; } = [];

        public void OnStep(in Step step) => All.Add(step.Input.At);
    }

    sealed class Refusals(List<RejectReason> reasons) : IMarketListener
    {
        public void OnStep(in Step step)
        {
            foreach (MarketEvent happened in step.Events)
                reasons.Add(happened.RejectReason);
        }
    }
}
