using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Tests.Simulation;

/// <summary>
/// Watches the ELO agents of a run: on each side at most one live order, and at most one request that is not answered.
/// </summary>
/// <remarks>
/// A request is seen when it reaches the venue, and the agent is told at once. As it takes at least the latency of the
/// fast connection, two requests of one side that are nearer than that were both unanswered for a while.
/// </remarks>
sealed class EloRules(MarketDirectory directory) : IMarketListener
{
    static readonly Duration Fast = Duration.FromMilliseconds(100);

    readonly Dictionary<(ParticipantId, ClientOrderId), Side> _sides = [];
    readonly Dictionary<(ParticipantId, Side), ClientOrderId> _live = [];
    readonly Dictionary<(ParticipantId, Side), Timestamp> _lastRequest = [];

    public int Requests { get; private set; }

    public void OnStep(in Step step)
    {
        Request request = step.Input.Request;
        if (step.Input.Kind == InputKind.Request && IsElo(request.Participant))
        {
            Requests++;
            Side side =
                request.Kind == RequestKind.Cancel ? _sides[(request.Participant, request.Order)] : request.Side;
            _sides[(request.Participant, request.Order)] = side;
            if (_lastRequest.TryGetValue((request.Participant, side), out Timestamp last))
                Assert.True(step.Input.At - last >= Fast, $"{request.Participant} {side}: {last} and {step.Input.At}");
            _lastRequest[(request.Participant, side)] = step.Input.At;
            Assert.Equal(0, request.Limit.Ticks % 10_000);
        }

        foreach (MarketEvent happened in step.Events)
        {
            if (!happened.IsPublic && IsElo(happened.Participant))
                Follow(happened);
        }
    }

    void Follow(in MarketEvent happened)
    {
        (ParticipantId, Side) place = (happened.Participant, happened.Side);
        switch (happened.Kind)
        {
            case EventKind.Accepted:
                Assert.DoesNotContain(place, _live);
                _live[place] = happened.Order;
                Assert.Equal(Quantity.One, happened.Quantity);
                break;
            case EventKind.Replaced:
                Assert.Equal(_live[place], happened.Replaces);
                _live[place] = happened.Order;
                break;
            case EventKind.Canceled or EventKind.Executed:
                Assert.Equal(_live[place], happened.Order);
                _live.Remove(place);
                break;
        }
    }

    bool IsElo(ParticipantId participant) => directory[participant].Group == "elo";
}
