using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>All who see one listing with the same latency, and those of them that wait for it.</summary>
/// <remarks>However many wait, a publication is one entry in the queue, and none if nobody waits.</remarks>
sealed class LatencyClass(Feed feed, Duration latency, EventQueue queue, int place)
{
    List<Strand> _waiting = [];
    List<Strand> _woken = [];
    bool _isExpecting;

    public Feed Feed => feed;

    /// <summary>The whole book as this class sees it; null as long as nobody has asked for it.</summary>
    public DelayedBook? Book { get; set; }

    /// <summary>The first publication that this class has not seen at a time.</summary>
    public long FirstUnseen(Timestamp now) => feed.FirstUnseen(latency, now);

    /// <summary>Notes that code waits. It stays noted until the next publication reaches the class.</summary>
    /// <returns>
    /// The place of the first publication that it waits for: what has reached it by now it could have looked at.
    /// </returns>
    public long Add(Strand strand, Timestamp now)
    {
        _waiting.Add(strand);
        long first = FirstUnseen(now);
        if (_isExpecting)
            return first;

        if (first < feed.Publications.End)
            Schedule(first);
        else
            feed.Await(this);

        _isExpecting = true;
        return first;
    }

    /// <summary>Expects a publication when it has come so far.</summary>
    public void Schedule(long publication) =>
        queue.Add(new QueueEntry((feed.Publications[publication].At + latency).Nanoseconds, DueKind.Public, place));

    /// <summary>Which signals a range of publications gives.</summary>
    public Signals KindsOf(long first, long end)
    {
        Signals kinds = Signals.None;
        for (long publication = first; publication < end; publication++)
            kinds |= feed.Publications[publication].Kinds;

        return kinds;
    }

    /// <summary>Brings what is due now to those who wait for it, in the order in which they began to wait.</summary>
    public void Deliver(Timestamp now)
    {
        _isExpecting = false;
        long end = FirstUnseen(now);
        (_waiting, _woken) = (_woken, _waiting);
        foreach (Strand strand in _woken)
            strand.OnPublic(this, end);

        _woken.Clear();
    }
}
