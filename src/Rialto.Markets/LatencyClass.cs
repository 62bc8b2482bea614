using Rialto.Agents;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>All ports that see one listing with the same latency, and those of them that wait for it.</summary>
/// <remarks>However many wait, a publication is one entry in the queue, and none if nobody waits.</remarks>
sealed class LatencyClass(Feed feed, Duration latency, EventQueue queue, int place)
{
    List<Port> _waiting = [];
    List<Port> _woken = [];
    bool _isScheduled;

    public Duration Latency => latency;

    public Feed Feed => feed;

    /// <summary>The place of the first publication that has not reached this class, as far as anybody has looked.</summary>
    public long NextPlace { get; private set; }

    public void OnPublication(Timestamp now)
    {
        if (_isScheduled)
            return;

        PassOverWhatWasSeen(_waiting.Count > 0 ? now - new Duration(1) : now);
        if (_waiting.Count > 0)
            Schedule();
    }

    /// <summary>Notes that a port waits. It stays noted until the next publication reaches the class.</summary>
    /// <returns>The place of the first publication that it waits for: what has reached it by now it could have looked at,
    /// whether or not somebody else is still to be told of it.</returns>
    public long Add(Port port, Timestamp now)
    {
        _waiting.Add(port);
        if (_isScheduled)
            return FirstUnseen(now);

        PassOverWhatWasSeen(now);
        if (NextPlace < feed.Publications.End)
            Schedule();

        return NextPlace;
    }

    /// <summary>Which signals a range of publications gives.</summary>
    public Signals KindsOf(long first, long end)
    {
        Signals kinds = Signals.None;
        for (long place = first; place < end; place++)
            kinds |= feed.Publications[place].Kinds;

        return kinds;
    }

    /// <summary>Brings what is due now to those who wait for it, in the order in which they began to wait.</summary>
    public void Deliver(Timestamp now)
    {
        _isScheduled = false;
        long first = NextPlace;
        PassOverWhatWasSeen(now);

        (_waiting, _woken) = (_woken, _waiting);
        foreach (Port port in _woken)
            port.OnPublic(this, first, NextPlace);

        _woken.Clear();
        if (_waiting.Count > 0 && !_isScheduled && NextPlace < feed.Publications.End)
            Schedule();
    }

    void PassOverWhatWasSeen(Timestamp now) => NextPlace = FirstUnseen(now);

    long FirstUnseen(Timestamp now)
    {
        long place = Math.Max(NextPlace, feed.Publications.First);
        while (place < feed.Publications.End && feed.Publications[place].At + latency <= now)
            place++;

        return place;
    }

    void Schedule()
    {
        long due = (feed.Publications[NextPlace].At + latency).Nanoseconds;
        queue.Add(new QueueEntry(due, DueKind.Public, place));
        _isScheduled = true;
    }
}
