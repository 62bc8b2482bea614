using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Every request gets exactly one terminal answer, and a refusal is all that happens.</summary>
static class Answers
{
    public static void CheckThatThereIsOne(in Request request, MarketEvent[] events)
    {
        Assert.NotEmpty(events);
        MarketEvent first = events[0];
        if (first.Kind == EventKind.Rejected)
        {
            Assert.Single(events);
            Assert.NotEqual(RejectReason.None, first.RejectReason);
            Assert.Equal((request.Participant, request.Order), (first.Participant, first.Order));
            return;
        }

        int answers = events.Count(happened =>
            happened.Kind is EventKind.Accepted or EventKind.Replaced or EventKind.Rejected);
        int canceled = events.Count(happened =>
            happened.CancelReason is CancelReason.Requested or CancelReason.Replaced);
        switch (request.Kind)
        {
            case RequestKind.Enter:
                Assert.Equal((EventKind.Accepted, 1, 0), (first.Kind, answers, canceled));
                break;
            case RequestKind.Replace:
                Assert.Equal(1, answers + canceled);
                Assert.True(first.Kind == EventKind.Replaced || first.CancelReason == CancelReason.Replaced);
                break;
            case RequestKind.Cancel:
                Assert.Equal((CancelReason.Requested, 0, 1), (first.CancelReason, answers, canceled));
                break;
            case RequestKind.CancelAll or RequestKind.CancelSide:
                Assert.Equal((CancelReason.Requested, 0), (first.CancelReason, answers));
                break;
            case RequestKind.Disconnect:
                Assert.Equal((CancelReason.Disconnected, 0), (first.CancelReason, answers));
                break;
            default:
                Assert.Fail($"A request of kind {request.Kind} was not refused.");
                break;
        }
    }
}
