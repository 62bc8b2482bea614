using FsCheck;
using FsCheck.Fluent;
using Rialto.Markets;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>The timing wheel is a priority queue by (time, sequence), only faster.</summary>
public sealed class EventQueueProperties
{
    /// <summary>Around the borders between wheels, where an error would sit, and as far as the clock goes.</summary>
    static readonly long[] Spans =
    [
        0, 0, 1, 2, 7, 254, 255, 256, 257, 511, 65_535, 65_536, 65_537, 1_000_000, (1L << 24) - 1, 1L << 24,
        1_000_000_000,
        (1L << 32) + 3, 1L << 40, (1L << 48) - 1, 1L << 56, 1L << 62,
    ];

    static readonly Gen<Operation> Operations =
        from kind in Gen.Choose(0, 9)
        from span in Gen.Elements(Spans)
        from jitter in Gen.Choose(0, 3)
        from followed in Gen.Choose(0, 2)
        select new Operation(kind < 6, span + jitter, followed);

    [Fact]
    public void It_gives_back_what_a_priority_queue_does() => Property.HoldsForLists(Operations, operations =>
    {
        Pair pair = new();
        foreach (Operation operation in operations)
        {
            if (operation.IsAdd)
                pair.Add(pair.After(operation.Span));
            else
                pair.AdvanceTo(pair.After(operation.Span), operation.Followed);
        }

        pair.AdvanceTo(long.MaxValue, 0);
        Assert.Equal(0, pair.Queue.Count);
        Assert.Null(pair.Queue.NextDue);
    });

    [Fact]
    public void A_hundred_thousand_entries_come_out_in_order()
    {
        Pair pair = new();
        RandomStream random = new(7, "queue");
        for (int i = 0; i < 100_000; i++)
            pair.Add(pair.After(random.NextBetween(0, 1L << (int)random.NextBetween(0, 50))));

        pair.AdvanceTo(1 << 20, 3);
        pair.AdvanceTo(long.MaxValue, 0);
        Assert.Equal(0, pair.Queue.Count);
    }

    [Fact]
    public void An_entry_keeps_what_it_is_about()
    {
        EventQueue queue = new();
        queue.Add(new QueueEntry(5, DueKind.Value, (1 << 28) - 1, int.MaxValue));

        Assert.True(queue.TryAdvance(new Timestamp(5), out Timestamp due));
        Assert.Equal(new Timestamp(5), due);
        Assert.True(queue.TryTake(out QueueEntry entry));
        Assert.Equal(
            (5, DueKind.Value, (1 << 28) - 1, int.MaxValue), (entry.Due, entry.Kind, entry.Target, entry.Generation));
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public void Nothing_is_put_before_the_last_instant()
    {
        EventQueue queue = new();
        queue.Add(new QueueEntry(500, DueKind.Timer, 0));
        Assert.True(queue.TryAdvance(Timestamp.Never, out _));

        InvariantException refused = Assert.Throws<InvariantException>(() =>
            queue.Add(new QueueEntry(499, DueKind.Timer, 0)));
        Assert.Equal("entry.Due >= _now: entry due at 499 ns, now 500 ns", refused.Message);
    }

    readonly record struct Operation(bool IsAdd, long Span, int Followed);

    /// <summary>The queue and its oracle, which must agree at every turn.</summary>
    sealed class Pair
    {
        readonly PriorityQueue<int, (long Due, int Sequence)> _oracle = new();
        long _now;
        int _sequence;

        public EventQueue Queue { get; } = new();

        public long After(long span) => span > long.MaxValue - _now ? long.MaxValue : _now + span;

        public void Add(long due)
        {
            _oracle.Enqueue(++_sequence, (due, _sequence));
            Queue.Add(new QueueEntry(due, DueKind.Request, _sequence));
            Compare();
        }

        /// <param name="horizon">Up to where.</param>
        /// <param name="followed">How many entries taken cause another one, the first at once.</param>
        public void AdvanceTo(long horizon, int followed)
        {
            while (_oracle.TryPeek(out _, out (long Due, int Sequence) first) && first.Due <= horizon)
            {
                Assert.True(Queue.TryAdvance(new Timestamp(horizon), out Timestamp due));
                Assert.Equal(first.Due, due.Nanoseconds);
                _now = first.Due;
                while (_oracle.TryPeek(out int expected, out (long Due, int) next) && next.Due == _now)
                {
                    _oracle.Dequeue();
                    Assert.True(Queue.TryTake(out QueueEntry entry));
                    Assert.Equal((expected, next.Due), (entry.Target, entry.Due));
                    if (followed-- > 0)
                        Add(After(followed % 2 * 300));
                }

                Assert.False(Queue.TryTake(out _));
            }

            Assert.False(Queue.TryAdvance(new Timestamp(horizon), out _));
            _now = Math.Max(_now, horizon);
            Compare();
        }

        void Compare()
        {
            Assert.Equal(_oracle.Count, Queue.Count);
            Timestamp? due = _oracle.TryPeek(out _, out (long Due, int) first) ? new Timestamp(first.Due) : null;
            Assert.Equal(due, Queue.NextDue);
        }
    }
}
