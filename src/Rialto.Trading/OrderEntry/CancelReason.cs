namespace Rialto.Trading;

/// <summary>Why lots left the book, or never reached it, without trading.</summary>
public enum CancelReason : byte
{
    None,

    /// <summary>The participant asked for it.</summary>
    Requested,

    /// <summary>A replacement ended it.</summary>
    Replaced,

    /// <summary>Its time was up.</summary>
    Expired,

    /// <summary>What was left of an order that does not rest.</summary>
    Immediate,

    /// <summary>The trading session closed.</summary>
    Closed,

    /// <summary>The account could not pay for it or deliver it when it matched.</summary>
    InsufficientFunds,

    /// <summary>
    /// It would have traded with an order of its own participant; see <see cref="OrderFlags.SelfMatchPrevention"/>.
    /// </summary>
    SelfMatch,

    /// <summary>The participant's connection is gone.</summary>
    Disconnected,

    /// <summary>The participant was stopped by a limit of its risk.</summary>
    RiskLimit,
}
