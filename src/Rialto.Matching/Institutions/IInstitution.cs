using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The rule of trading of one listing: requests and time in, events out.</summary>
interface IInstitution
{
    /// <summary>When the institution next acts on its own; null if only a request can make it act.</summary>
    Timestamp? NextDeadline { get; }

    /// <summary>Applies a request that the venue has admitted: its fields make sense and the order that it names is live.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The slot of the order that it cancels or replaces.</param>
    /// <param name="now">When it arrives.</param>
    /// <param name="events">Where to say what happens.</param>
    void Apply(in Request request, int named, Timestamp now, EventBuffer events);

    /// <summary>Does what is due at <see cref="NextDeadline"/>.</summary>
    void Advance(Timestamp deadline, EventBuffer events);

    /// <summary>Cancels what a participant has, for <see cref="CancelReason.RiskLimit"/>.</summary>
    void Stop(ParticipantId participant, EventBuffer events);

    /// <summary>Ends the trading session.</summary>
    void Close(EventBuffer events);
}
