namespace Rialto.Feeds;

/// <summary>What a tape book knows about the order that a message names.</summary>
enum OrderTrace : byte
{
    /// <summary>It was entered on the tape, and its level has been in view ever since.</summary>
    Followed,

    /// <summary>It was never entered on the tape.</summary>
    Unknown,

    /// <summary>It was entered on the tape, but its level was out of view since, where nothing is recorded.</summary>
    Lost,
}
