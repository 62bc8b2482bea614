namespace Rialto.Trading;

/// <summary>What a listing's trading session is doing.</summary>
public enum TradingState : byte
{
    /// <summary>Nothing is accepted but cancels: before the first phase, and after the last.</summary>
    Closed,

    /// <summary>Orders are collected, and nothing is indicated yet.</summary>
    PreOpen,

    /// <summary>Orders are collected for the auction that opens continuous trading.</summary>
    OpeningAuction,

    /// <summary>The listing trades by its own rule.</summary>
    Continuous,

    /// <summary>A price band was reached: orders are collected for an auction that finds a new price.</summary>
    VolatilityAuction,

    /// <summary>Trading is halted: orders may be canceled, and nothing else.</summary>
    Halted,

    /// <summary>Orders are collected for the auction that ends a halt.</summary>
    ReopeningAuction,

    /// <summary>Orders are collected for the auction that ends the day.</summary>
    ClosingAuction,
}
