using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Sinks;

/// <summary>Finds the request that an acceptance, a replacement or a rejection answers.</summary>
/// <remarks>
/// Nearly always it is that of the same step. Behind a speed bump it came earlier, and is remembered.
/// </remarks>
sealed class AnsweredRequests
{
    /// <summary>For look-up only: its order never shows.</summary>
    readonly Dictionary<(VenueId, ParticipantId, ClientOrderId), Request> _delayed = [];

    /// <summary>The request that an event of the step answers; null if it answers none, or one never seen.</summary>
    public Request? Of(in Step step, in MarketEvent happened)
    {
        if (!IsAnswer(happened.Kind))
            return null;

        if (IsRequestOf(step, happened))
            return step.Input.Request;

        return _delayed.Count > 0 && _delayed.Remove(KeyOf(step.Input.Listing, happened), out Request request)
            ? request
            : null;
    }

    /// <summary>Remembers the step's request if the step did not answer it. To be called last.</summary>
    public void Remember(in Step step)
    {
        ref readonly Input input = ref step.Input;
        if (input.Kind != InputKind.Request || input.Request.Kind is not (RequestKind.Enter or RequestKind.Replace))
            return;

        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (IsAnswer(happened.Kind) && IsRequestOf(step, happened))
                return;
        }

        _delayed[(input.Listing.Venue, input.Request.Participant, input.Request.Order)] = input.Request;
    }

    static bool IsAnswer(EventKind kind) => kind is EventKind.Accepted or EventKind.Replaced or EventKind.Rejected;

    static bool IsRequestOf(in Step step, in MarketEvent happened) =>
        step.Input.Kind == InputKind.Request
        && step.Input.Request.Participant == happened.Participant
        && step.Input.Request.Order == happened.Order;

    static (VenueId, ParticipantId, ClientOrderId) KeyOf(Listing listing, in MarketEvent happened) =>
        (listing.Venue, happened.Participant, happened.Order);
}
