using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Two numbers that LEEPS markets derive from their trades: a reference price and a signed volume.</summary>
/// <remarks>Two sides: <see cref="ExponentialFacts"/>, and the predecessor's <see cref="LegacyFacts"/>.</remarks>
public abstract class MarketFacts
{
    /// <summary>
    /// An average of trade prices in which older trades count less. In ticks; null before the first trade.
    /// </summary>
    public abstract Price? ReferencePrice { get; }

    /// <summary>Lots bought minus lots sold by incoming orders, older ones counting less.</summary>
    public abstract double SignedVolume(Timestamp now);

    /// <param name="trade">What was traded.</param>
    /// <param name="before">The quote that the trade met.</param>
    public abstract void Add(in Trade trade, in Quote before);
}
