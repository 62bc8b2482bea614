namespace Rialto.Trading;

/// <summary>What a participant can ask of a venue.</summary>
public enum RequestKind : byte { Enter, Replace, Cancel, CancelAll }

/// <summary>Whether an order names its worst price.</summary>
public enum OrderType : byte { Limit, Market }

/// <summary>How long an order stays.</summary>
public enum TimeInForce : byte
{
    /// <summary>Until the trading session closes.</summary>
    Day,

    /// <summary>Until it is filled or canceled; the close of a trading session does not end it.</summary>
    GoodTillCanceled,

    /// <summary>Until its expiry, which is exact to the nanosecond.</summary>
    GoodTillTime,

    /// <summary>What cannot trade at once (in a batch auction: in the next batch) is canceled.</summary>
    ImmediateOrCancel,

    /// <summary>All of it trades at once (in a batch auction: in the next batch), or none of it.</summary>
    FillOrKill,
}

/// <summary>Instructions about how an order may execute.</summary>
[Flags]
public enum OrderFlags : byte
{
    None = 0,

    /// <summary>Refused if it would trade on arrival.</summary>
    PostOnly = 1,
}

/// <summary>One participant's request to one venue, as it is sent, journaled and applied.</summary>
/// <param name="Order">The name of the order entered, of the replacement, or of the order to cancel.</param>
/// <param name="Replaces">For <see cref="RequestKind.Replace"/>: the order that gives way.</param>
/// <param name="Limit">The worst price; ignored for market orders.</param>
/// <param name="Quantity">Lots entered; for a cancel, how many shall remain: zero ends the order.</param>
/// <param name="Expiry">For <see cref="TimeInForce.GoodTillTime"/>.</param>
/// <remarks>Orders are named by their sender's name only, so that a journal also fits another institution.</remarks>
public readonly record struct Request(
    RequestKind Kind,
    Side Side,
    OrderType Type,
    TimeInForce TimeInForce,
    OrderFlags Flags,
    Listing Listing,
    ParticipantId Participant,
    ClientOrderId Order,
    ClientOrderId Replaces,
    Price Limit,
    Quantity Quantity,
    Timestamp Expiry);
