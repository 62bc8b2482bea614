using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>How far from its reference a price may be, the last tick included.</summary>
public readonly record struct PriceBand
{
    const long Whole = 1_000_000;

    readonly long _ticks;
    readonly long _millionths;

    PriceBand(long ticks, long millionths) => (_ticks, _millionths) = (ticks, millionths);

    /// <summary>A number of price steps, zero or more.</summary>
    public static PriceBand OfTicks(Ticks ticks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks.Count, nameof(ticks));
        return new PriceBand(ticks.Count, 0);
    }

    /// <summary>Parts per million of the reference, from 0 to 1,000,000; a part of a tick is dropped.</summary>
    public static PriceBand OfShare(long partsPerMillion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partsPerMillion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partsPerMillion, Whole);
        return new PriceBand(0, partsPerMillion);
    }

    /// <summary>How far prices around a reference reach to either side.</summary>
    public Ticks Around(Price reference) => new(_ticks + (Math.Abs(reference.Ticks) * _millionths / Whole));
}
