namespace Rialto.Trading;

/// <summary>Why a venue refused a request. A normal outcome: the request had no effect.</summary>
public enum RejectReason : byte
{
    None,
    UnknownParticipant,
    UnknownInstrument,

    /// <summary>A field has a value that no request can have.</summary>
    InvalidRequest,

    /// <summary>Zero lots, or more than the venue takes.</summary>
    InvalidQuantity,

    /// <summary>A price outside the venue's range.</summary>
    InvalidPrice,

    /// <summary>An expiry that is not in the future.</summary>
    InvalidExpiry,

    /// <summary>The trigger of an order that waits for a price is outside the venue's range.</summary>
    InvalidTrigger,

    /// <summary>The offset of a peg is negative, or that of a trailing stop not positive, or it is too large.</summary>
    InvalidOffset,

    /// <summary>An iceberg displays more than it has, or the order is one of which nothing is displayed.</summary>
    InvalidDisplayedQuantity,

    /// <summary>The minimum is more than the order has, or the order could rest where everybody sees it.</summary>
    InvalidMinimumQuantity,

    /// <summary>The identifier, or a later one, was used before; see <see cref="ClientOrderId"/>.</summary>
    DuplicateClientOrderId,

    /// <summary>No live order of this participant has this name.</summary>
    UnknownOrder,

    /// <summary>The cancel would leave as much as there is, or more.</summary>
    NothingToCancel,

    /// <summary>A post-only order that would have traded on arrival.</summary>
    WouldTrade,

    /// <summary>The institution has no use for post-only orders: in a batch nobody arrives first.</summary>
    PostOnlyNotSupported,

    /// <summary>Under this settlement policy nobody can promise that all of an order fills.</summary>
    FillOrKillNotSupported,

    /// <summary>
    /// The institution, or the settlement policy, has no use for this type of order or for one of its instructions.
    /// </summary>
    OrderTypeNotSupported,

    InsufficientCash,
    InsufficientInventory,

    /// <summary>The order could take the participant further short than it may be.</summary>
    ShortLimit,

    /// <summary>The order needs more margin than the participant has left.</summary>
    InsufficientMargin,

    /// <summary>More lots than the participant may enter at once.</summary>
    QuantityLimit,

    /// <summary>The price is too far from where the instrument trades.</summary>
    PriceCollar,

    /// <summary>The order could take the participant's position beyond its limit.</summary>
    PositionLimit,

    /// <summary>The participant has as many live orders as it may have.</summary>
    OpenOrderLimit,

    /// <summary>The participant sends more requests than it may.</summary>
    MessageRateLimit,

    /// <summary>The participant has lost as much as it may lose.</summary>
    LossLimit,

    /// <summary>The participant was stopped.</summary>
    KillSwitch,

    /// <summary>The listing's trading state does not take such a request now.</summary>
    NotInThisState,

    /// <summary>The trading session has closed.</summary>
    Closed,
}
