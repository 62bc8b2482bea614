using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>A displayed level was set: what the whole book is rebuilt from.</summary>
readonly record struct LevelChange(Timestamp At, Side Side, Level Level);

/// <summary>
/// A listing's displayed book as those with one latency see it. It follows the history when somebody looks.
/// </summary>
sealed class DelayedBook
{
    /// <summary>
    /// So many changes that all could have seen are kept before the books that have not taken them in are made to.
    /// </summary>
    public const int MostUnread = 4_096;

    readonly Feed _feed;
    readonly Duration _latency;
    readonly Timestamp _beginsAt;
    readonly DisplayedBook _opening = new();
    readonly DisplayedBook _seen = new();
    long _next;
    bool _hasBegun;

    /// <param name="feed">The listing's.</param>
    /// <param name="latency">How long a change takes.</param>
    /// <param name="now">The book as it is now is the first thing that is sent.</param>
    public DelayedBook(Feed feed, Duration latency, Timestamp now)
    {
        (_feed, _latency) = (feed, latency);
        _beginsAt = now + latency;
        _next = feed.LevelChanges!.End;
        Copy(feed.Book, _opening);
    }

    /// <summary>The book as it is seen at a time; times do not descend.</summary>
    public DisplayedBook AsOf(Timestamp now)
    {
        if (now < _beginsAt)
            return _seen;

        if (!_hasBegun)
            Copy(_opening, _seen);

        _hasBegun = true;
        History<LevelChange> changes = _feed.LevelChanges!;
        while (_next < changes.End && changes[_next].At + _latency <= now)
        {
            LevelChange change = changes[_next++];
            _seen.Set(change.Side, change.Level);
        }

        return _seen;
    }

    static void Copy(DisplayedBook from, DisplayedBook to)
    {
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            foreach (Level level in from.WorstFirst(side))
                to.Set(side, level);
        }
    }
}
