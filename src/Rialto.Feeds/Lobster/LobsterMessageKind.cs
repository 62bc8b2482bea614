namespace Rialto.Feeds;

/// <summary>What a LOBSTER message says; the values are the file's.</summary>
public enum LobsterMessageKind : byte
{
    /// <summary>A limit order was entered and rests.</summary>
    NewOrder = 1,

    /// <summary>A part of a resting order was canceled.</summary>
    PartialCancel = 2,

    /// <summary>A resting order was canceled altogether.</summary>
    Delete = 3,

    /// <summary>A displayed resting order was executed, wholly or in part.</summary>
    VisibleExecution = 4,

    /// <summary>A hidden resting order was executed. The displayed book does not change.</summary>
    HiddenExecution = 5,

    /// <summary>An auction traded.</summary>
    Cross = 6,

    /// <summary>Trading was halted or resumed; the price column says which, the order columns say nothing.</summary>
    Halt = 7,
}
