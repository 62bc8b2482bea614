using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>The sum of the last midpoints, in half ticks, so that means compare exactly.</summary>
sealed class MovingAverage
{
    readonly long[] _ring;
    long _count;

    public MovingAverage(int length, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, parameter);
        _ring = new long[length];
    }

    public int Length => _ring.Length;

    /// <summary>
    /// Whether so many midpoints were seen, and one more: the peer's rule, which wants a previous one.
    /// </summary>
    public bool IsFull => _count > _ring.Length;

    /// <summary>Of the last <see cref="Length"/>, in half ticks.</summary>
    public long Sum { get; private set; }

    public double MeanTicks => Sum / (2.0 * Math.Min(_count, _ring.Length));

    public void Add(Midpoint midpoint)
    {
        int place = (int)(_count++ % _ring.Length);
        Sum += midpoint.HalfTicks - _ring[place];
        _ring[place] = midpoint.HalfTicks;
    }
}
