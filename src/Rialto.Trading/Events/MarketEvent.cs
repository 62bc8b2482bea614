namespace Rialto.Trading;

/// <summary>What a venue can say.</summary>
public enum EventKind : byte
{
    /// <summary>Private: an order was entered. Price, quantity and number are those of the order.</summary>
    Accepted,

    /// <summary>Private: a request was refused; <see cref="MarketEvent.RejectReason"/> says why.</summary>
    Rejected,

    /// <summary>Private: an order took the place of another, whose name stands in <see cref="MarketEvent.Replaces"/>.</summary>
    Replaced,

    /// <summary>Private: lots were canceled; <see cref="MarketEvent.Remaining"/> is what is left.</summary>
    Canceled,

    /// <summary>Private: one order's side of a match. A match produces two.</summary>
    Executed,

    /// <summary>Public: a match, once. The side is that of the incoming order.</summary>
    Trade,

    /// <summary>Public: a displayed level now has this quantity, of this many orders.</summary>
    LevelChanged,

    /// <summary>Public: where an auction that traded nothing would have cleared.</summary>
    Indication,

    /// <summary>Public: a batch auction has taken place; price and quantity are what it cleared, quantity zero if nothing.</summary>
    BatchEnded,

    /// <summary>Public: the trading session of the listing closed.</summary>
    SessionClosed,
}

/// <summary>Which side of a match took the other.</summary>
public enum Liquidity : byte
{
    None,

    /// <summary>The order was resting.</summary>
    Added,

    /// <summary>The order was incoming.</summary>
    Removed,

    /// <summary>Both met in an auction.</summary>
    Auction,
}

/// <summary>One thing that a venue did: a flat record of 56 bytes.</summary>
/// <remarks>
/// Sequence, time and listing stand once, in the step that contains the event. Fields without a meaning for a kind are
/// zero. The fields are written by the factory methods only, which say what each kind carries.
/// </remarks>
public readonly record struct MarketEvent
{
    readonly long _extra;

    MarketEvent(
        EventKind kind, Side side, Liquidity liquidity, byte reason, ParticipantId participant, OrderNumber number,
        ClientOrderId order, Price price, Quantity quantity, Quantity remaining, long extra)
    {
        Kind = kind;
        Side = side;
        Liquidity = liquidity;
        Reason = reason;
        Participant = participant;
        Number = number;
        Order = order;
        Price = price;
        Quantity = quantity;
        Remaining = remaining;
        _extra = extra;
    }

    public EventKind Kind { get; }
    public Side Side { get; }
    public Liquidity Liquidity { get; }

    /// <summary>The raw reason; read <see cref="RejectReason"/> or <see cref="CancelReason"/>.</summary>
    public byte Reason { get; }

    public ParticipantId Participant { get; }
    public OrderNumber Number { get; }
    public ClientOrderId Order { get; }
    public Price Price { get; }
    public Quantity Quantity { get; }
    public Quantity Remaining { get; }

    /// <summary>The raw last field: a match number, the order replaced, or a count of orders.</summary>
    public long Extra => _extra;

    public RejectReason RejectReason => Kind == EventKind.Rejected ? (RejectReason)Reason : RejectReason.None;
    public CancelReason CancelReason => Kind == EventKind.Canceled ? (CancelReason)Reason : CancelReason.None;
    public MatchNumber Match => new(Kind is EventKind.Executed or EventKind.Trade ? _extra : 0);
    public ClientOrderId Replaces => new(Kind is EventKind.Replaced ? _extra : 0);

    /// <summary>For <see cref="EventKind.LevelChanged"/>: how many orders rest at the level.</summary>
    public int Orders => Kind == EventKind.LevelChanged ? (int)_extra : 0;

    /// <summary>For <see cref="EventKind.Indication"/>: bid minus ask quantity at the indicated price, in lots.</summary>
    public long Imbalance => Kind == EventKind.Indication ? _extra : 0;

    /// <summary>Whether everybody may see it; the others go to their participant only.</summary>
    public bool IsPublic => Kind >= EventKind.Trade;

    public static MarketEvent Accepted(in Request request, OrderNumber number) =>
        new(EventKind.Accepted, request.Side, 0, 0, request.Participant, number, request.Order, request.Limit,
            request.Quantity, request.Quantity, 0);

    public static MarketEvent Rejected(in Request request, RejectReason reason) =>
        new(EventKind.Rejected, request.Side, 0, (byte)reason, request.Participant, default, request.Order, request.Limit,
            request.Quantity, default, 0);

    /// <param name="request">The replace request.</param>
    /// <param name="side">That of the order replaced, which the replacement inherits.</param>
    /// <param name="number">The replacement's.</param>
    public static MarketEvent Replaced(in Request request, Side side, OrderNumber number) =>
        Replaced(request, request.Quantity, side, number);

    /// <param name="request">The replace request.</param>
    /// <param name="left">What the replacement has to trade: the request's quantity counts what was executed before.</param>
    /// <param name="side">That of the order replaced, which the replacement inherits.</param>
    /// <param name="number">The replacement's.</param>
    public static MarketEvent Replaced(in Request request, Quantity left, Side side, OrderNumber number) =>
        new(EventKind.Replaced, side, 0, 0, request.Participant, number, request.Order, request.Limit,
            left, left, request.Replaces.Value);

    public static MarketEvent Canceled(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price,
        Quantity canceled, Quantity remaining, CancelReason reason) =>
        new(EventKind.Canceled, side, 0, (byte)reason, participant, number, order, price, canceled, remaining, 0);

    public static MarketEvent Executed(
        Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price,
        Quantity executed, Quantity remaining, Liquidity liquidity, MatchNumber match) =>
        new(EventKind.Executed, side, liquidity, 0, participant, number, order, price, executed, remaining, match.Value);

    /// <param name="side">That of the incoming order; meaningless when <paramref name="liquidity"/> is Auction.</param>
    /// <param name="liquidity">Removed for a continuous match, Auction for one in an auction.</param>
    public static MarketEvent Trade(Side side, Liquidity liquidity, Price price, Quantity quantity, MatchNumber match) =>
        new(EventKind.Trade, side, liquidity, 0, default, default, default, price, quantity, default, match.Value);

    public static MarketEvent LevelChanged(Side side, Level level) =>
        new(EventKind.LevelChanged, side, 0, 0, default, default, default, level.Price, level.Quantity, default, level.Orders);

    public static MarketEvent Indication(Price price, long imbalance) =>
        new(EventKind.Indication, 0, 0, 0, default, default, default, price, default, default, imbalance);

    public static MarketEvent BatchEnded(Price price, Quantity cleared) =>
        new(EventKind.BatchEnded, 0, 0, 0, default, default, default, price, cleared, default, 0);

    public static MarketEvent SessionClosed() =>
        new(EventKind.SessionClosed, 0, 0, 0, default, default, default, default, default, default, 0);
}
