namespace Rialto.Markets;

/// <summary>What kind of thing is due.</summary>
public enum DueKind : byte
{
    /// <summary>An agent's code waited for this time.</summary>
    Timer,

    /// <summary>An agent has thought, and its code waits for something public from now on.</summary>
    Ready,

    /// <summary>Private events reach code that waits for them.</summary>
    Private,

    /// <summary>Public events reach the code of one latency that waits for them.</summary>
    Public,

    /// <summary>A request reaches its venue.</summary>
    Request,

    /// <summary>A listing acts on its own.</summary>
    Deadline,

    /// <summary>A fundamental value moves.</summary>
    Value,

    /// <summary>A dividend is paid.</summary>
    Payment,

    /// <summary>Quotes of another venue reach a listing whose pegged orders follow them.</summary>
    Reference,
}

/// <summary>Something due at a time: 16 bytes, without references.</summary>
public readonly struct QueueEntry
{
    const int KindShift = 28;

    readonly uint _kindAndTarget;

    /// <param name="due">When, in ns.</param>
    /// <param name="kind">What.</param>
    /// <param name="target">Which one: a place among the market's strands, requests, listings; below 2²⁸.</param>
    /// <param name="generation">Which wait: an entry of an earlier one is stale.</param>
    public QueueEntry(long due, DueKind kind, int target, int generation = 0)
    {
        Due = due;
        _kindAndTarget = ((uint)kind << KindShift) | (uint)target;
        Generation = generation;
    }

    public long Due { get; }

    public int Generation { get; }

    public DueKind Kind => (DueKind)(_kindAndTarget >> KindShift);

    public int Target => (int)(_kindAndTarget & ((1u << KindShift) - 1));
}
