using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Turns moves into requests: gives new orders their names, and finds those that a move means.</summary>
/// <param name="venue">Knows which orders are live.</param>
sealed class Sender(SimpleVenue venue)
{
    readonly long[] _lastName = new long[4];

    public Request RequestOf(Move move, Timestamp now)
    {
        ParticipantId participant = new(move.Participant);
        InstrumentId instrument = new((short)move.Instrument);
        bool isKnown = move.Participant is >= 0 and < 4;
        long last = isKnown ? _lastName[move.Participant] : 0;

        bool isReplace = move.Kind == RequestKind.Replace;
        ClientOrderId target = default;
        if (isReplace || move.Kind == RequestKind.Cancel)
        {
            SimpleOrder[] live = move.Target == Move.DeadOrder ? [] : [.. venue.OrdersOf(participant)];
            target = live.Length > 0 ? live[move.Target % live.Length].Name : new(last);
            if (live.Length > 0 && move.Instrument >= 0)
                instrument = live[move.Target % live.Length].Instrument;
        }

        ClientOrderId name = target;
        if (move.Kind == RequestKind.Enter || (isReplace && !move.KeepsName))
        {
            name = new(last + move.NameStep);
            if (isKnown)
                _lastName[move.Participant] = Math.Max(last, name.Value);
            if (isReplace && name == target)
                name = new(target.Value - 1); // Only a move that says so keeps the name.
        }

        return new Request(
            move.Kind, move.Side, move.Type, move.TimeInForce, move.Flags, new Listing(default, instrument),
            participant, name, isReplace ? target : default, new(move.Price),
            new(move.Kind == RequestKind.Cancel ? Math.Max(0, move.Lots - 3) : move.Lots),
            now + new Duration(move.Lifetime))
        {
            Trigger = new(move.Trigger),
            Offset = new(move.Offset),
            Displayed = new(move.Displayed),
            Minimum = new(move.Minimum),
        };
    }

    public Request Enter(int participant, Side side, long lots, long price) => default(Request) with
    {
        Participant = new(participant), Order = new(++_lastName[participant]), Side = side, Quantity = new(
            lots), Limit = new(price),
    };
}
