namespace Rialto.Markets;

/// <summary>Why a market stopped running.</summary>
public enum StopReason : byte
{
    /// <summary>Everything due at or before the horizon has happened.</summary>
    Horizon,

    /// <summary>So it has, and nothing is due later either.</summary>
    Idle,
}
