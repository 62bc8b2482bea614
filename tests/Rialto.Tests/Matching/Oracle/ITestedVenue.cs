using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>What tests ask of a venue. Two answer: the real one, and the simple one that it must equal.</summary>
interface ITestedVenue
{
    /// <summary>What the venue said in the last step.</summary>
    EventBuffer Events { get; }

    void Apply(in Request request, Timestamp now);

    /// <summary>Does what is due at a listing's next deadline.</summary>
    void Advance(InstrumentId instrument, Timestamp deadline);

    /// <summary>Tells the best prices elsewhere, which pegs may follow.</summary>
    void Refer(InstrumentId instrument, Price? bid, Price? ask, Timestamp now);

    void Close(InstrumentId instrument);

    Timestamp? NextDeadline(InstrumentId instrument);

    /// <summary>The displayed levels of a side, best first.</summary>
    Level[] Levels(InstrumentId instrument, Side side);

    long CashOf(ParticipantId participant);

    long LotsOf(ParticipantId participant, InstrumentId instrument);
}
