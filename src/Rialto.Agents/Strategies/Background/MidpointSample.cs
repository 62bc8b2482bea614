using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Mean and deviation of the last midpoints, in half ticks, summed exactly.</summary>
sealed class MidpointSample(int length)
{
    readonly long[] _ring = new long[length];
    long _count;
    Int128 _sum;
    Int128 _squares;

    public bool IsFull => _count >= _ring.Length;

    public double Mean => (double)_sum / _ring.Length / 2;

    /// <summary>The standard deviation of the sample, in ticks.</summary>
    public double Deviation
    {
        get
        {
            Int128 scaled = (_squares * _ring.Length) - (_sum * _sum);
            return Math.Sqrt((double)scaled) / _ring.Length / 2;
        }
    }

    public void Add(Midpoint midpoint)
    {
        int place = (int)(_count++ % _ring.Length);
        Int128 old = _ring[place];
        Int128 young = midpoint.HalfTicks;
        _sum += young - old;
        _squares += (young * young) - (old * old);
        _ring[place] = midpoint.HalfTicks;
    }
}
