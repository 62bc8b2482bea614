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

    InsufficientCash,
    InsufficientInventory,

    /// <summary>The trading session has closed.</summary>
    Closed,
}
