using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>The volume-weighted average price (VWAP).</summary>
/// <remarks>Σ pᵢ·qᵢ / Σ qᵢ. Unit: ticks. Exact up to the final division.</remarks>
public sealed class VolumeWeightedPrice
{
    Int128 _weighted;

    /// <summary>Σ qᵢ, in lots.</summary>
    public long Volume { get; private set; }

    public void Add(Price price, Quantity traded)
    {
        _weighted += (Int128)price.Ticks * traded.Lots;
        Volume += traded.Lots;
    }

    /// <summary>The mean so far, in ticks; null before the first trade.</summary>
    public double? Value => Volume > 0 ? (double)_weighted / Volume : null;

    /// <summary>Σ pᵢ·qᵢ, in ticks × lots.</summary>
    public double Turnover => (double)_weighted;
}
