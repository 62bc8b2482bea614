namespace Rialto.Trading;

/// <summary>What a venue can say.</summary>
public enum EventKind : byte
{
    /// <summary>Private: an order was entered. Price, quantity and number are those of the order.</summary>
    Accepted,

    /// <summary>Private: a request was refused; <see cref="MarketEvent.RejectReason"/> says why.</summary>
    Rejected,

    /// <summary>
    /// Private: an order took the place of another, whose name stands in <see cref="MarketEvent.Replaces"/>.
    /// </summary>
    Replaced,

    /// <summary>Private: lots were canceled; <see cref="MarketEvent.Remaining"/> is what is left.</summary>
    Canceled,

    /// <summary>
    /// Private: a stop, trailing or if-touched order has met its trigger, and is an ordinary order now.
    /// </summary>
    Triggered,

    /// <summary>
    /// Private: an iceberg shows its next part, under a new number; the quantity is that of the part.
    /// </summary>
    Refilled,

    /// <summary>Private: one order's side of a match. A match produces two.</summary>
    Executed,

    /// <summary>
    /// Private: the fee of the execution before it; <see cref="MarketEvent.Fee"/> is negative for a rebate.
    /// </summary>
    Charged,

    /// <summary>Public: a match, once. The side is that of the incoming order.</summary>
    Trade,

    /// <summary>Public: a displayed level now has this quantity, of this many orders.</summary>
    LevelChanged,

    /// <summary>Public: a displayed order, or part of one, stands at the end of its level's queue.</summary>
    OrderShown,

    /// <summary>
    /// Public: lots of a displayed order are gone; <see cref="MarketEvent.Remaining"/> is what is left of it.
    /// </summary>
    OrderReduced,

    /// <summary>
    /// Public: where an auction would clear now, how many lots it would pair, and which side has more.
    /// </summary>
    Indication,

    /// <summary>
    /// Public: an auction has taken place; price and quantity are what it cleared, quantity zero if nothing.
    /// </summary>
    AuctionEnded,

    /// <summary>Public: the listing is now in <see cref="MarketEvent.State"/>.</summary>
    StateChanged,
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

/// <summary>One thing that a venue did: a flat record of 56 bytes, which an <see cref="EventBuffer"/> writes.</summary>
/// <remarks>
/// Sequence, time and listing stand once, in the step that contains the event. Fields without a meaning for a kind are
/// zero.
/// </remarks>
public record struct MarketEvent
{
    public EventKind Kind { readonly get; internal set; }
    public Side Side { readonly get; internal set; }
    public Liquidity Liquidity { readonly get; internal set; }

    /// <summary>
    /// The raw reason; read <see cref="RejectReason"/>, <see cref="CancelReason"/> or <see cref="State"/>.
    /// </summary>
    public byte Reason { readonly get; internal set; }

    public ParticipantId Participant { readonly get; internal set; }
    public OrderNumber Number { readonly get; internal set; }
    public ClientOrderId Order { readonly get; internal set; }
    public Price Price { readonly get; internal set; }
    public Quantity Quantity { readonly get; internal set; }
    public Quantity Remaining { readonly get; internal set; }

    /// <summary>
    /// The raw last field: a match number, the order replaced, a count of orders, an imbalance or a fee.
    /// </summary>
    public long Extra { readonly get; internal set; }

    public readonly RejectReason RejectReason => Kind == EventKind.Rejected ? (RejectReason)Reason : RejectReason.None;
    public readonly CancelReason CancelReason => Kind == EventKind.Canceled ? (CancelReason)Reason : CancelReason.None;

    /// <summary>For executions, fees, trades, and displayed orders that were executed.</summary>
    public readonly MatchNumber Match =>
        new(Kind is EventKind.Executed or EventKind.Trade or EventKind.OrderReduced ? Extra : 0);

    public readonly ClientOrderId Replaces => new(Kind is EventKind.Replaced ? Extra : 0);

    /// <summary>For <see cref="EventKind.LevelChanged"/>: how many orders rest at the level.</summary>
    public readonly int Orders => Kind == EventKind.LevelChanged ? (int)Extra : 0;

    /// <summary>
    /// For <see cref="EventKind.Indication"/>: bid minus ask quantity at the indicated price, in lots.
    /// </summary>
    public readonly long Imbalance => Kind == EventKind.Indication ? Extra : 0;

    /// <summary>For <see cref="EventKind.Charged"/>: what the participant pays; negative if it is paid.</summary>
    public readonly Cash Fee => new(Kind == EventKind.Charged ? Extra : 0);

    /// <summary>For <see cref="EventKind.StateChanged"/>.</summary>
    public readonly TradingState State => Kind == EventKind.StateChanged ? (TradingState)Reason : TradingState.Closed;

    /// <summary>Whether everybody may see it; the others go to their participant only.</summary>
    public readonly bool IsPublic => Kind >= EventKind.Trade;
}
