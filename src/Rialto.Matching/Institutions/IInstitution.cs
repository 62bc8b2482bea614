using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>The rule of trading of one listing: requests and time in, events out.</summary>
/// <remarks>The venue has admitted every request: its fields make sense, and the order that it names is live.</remarks>
interface IInstitution
{
    /// <summary>When the institution next acts on its own; null if only a request can make it act.</summary>
    Timestamp? NextDeadline { get; }

    void Enter(in Request request, Timestamp now, EventBuffer events);

    /// <param name="request">The request.</param>
    /// <param name="replaced">The slot of the order that gives way.</param>
    /// <param name="now">When it arrives.</param>
    /// <param name="events">Where to say what happens.</param>
    void Replace(in Request request, int replaced, Timestamp now, EventBuffer events);

    /// <summary>Applies one of the requests that only end orders.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The slot of the order that it names, if it names one.</param>
    /// <param name="now">When it arrives.</param>
    /// <param name="events">Where to say what happens.</param>
    void Cancel(in Request request, int named, Timestamp now, EventBuffer events);

    /// <summary>Does what is due at <see cref="NextDeadline"/>.</summary>
    void Advance(Timestamp deadline, EventBuffer events);

    /// <summary>Takes the quotes that pegged orders follow, where they come from outside.</summary>
    void Refer(Price? bid, Price? ask, Timestamp now, EventBuffer events) { }

    /// <summary>Cancels what a participant has, for <see cref="CancelReason.RiskLimit"/>.</summary>
    void Stop(ParticipantId participant, EventBuffer events);

    /// <summary>Ends the trading session.</summary>
    void Close(EventBuffer events);
}
