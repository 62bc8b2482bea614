namespace Rialto.Trading;

/// <summary>A venue's place in the market's list of venues, from 0.</summary>
public readonly record struct VenueId(short Value);

/// <summary>An instrument's place in the market's list of instruments, from 0.</summary>
public readonly record struct InstrumentId(short Value);

/// <summary>A participant's place in the market's list of participants, from 0.</summary>
public readonly record struct ParticipantId(int Value)
{
    public override string ToString() => Text.Of(Value);
}

/// <summary>One instrument as it is traded at one venue.</summary>
public readonly record struct Listing(VenueId Venue, InstrumentId Instrument);

/// <summary>The participant's name for an order.</summary>
/// <remarks>
/// A participant's identifiers ascend at each venue: an identifier at or below an earlier one is refused as a
/// duplicate. A venue therefore remembers one number per participant instead of every dead order.
/// </remarks>
public readonly record struct ClientOrderId(long Value)
{
    public override string ToString() => Text.Of(Value);
}

/// <summary>The venue's name for an accepted order, unique within a trading session. Assigned from 1 upwards.</summary>
public readonly record struct OrderNumber(long Value)
{
    public override string ToString() => "#" + Text.Of(Value);
}

/// <summary>
/// Names a match, so that its two executions and its trade can be put together. Assigned from 1 upwards.
/// </summary>
public readonly record struct MatchNumber(long Value);
