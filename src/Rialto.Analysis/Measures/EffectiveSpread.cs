using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>
/// What a round trip costs those who take liquidity: twice the distance between trade price and midpoint.
/// </summary>
/// <remarks>
/// 2·|p − m| per trade, averaged with the lots traded as weights, so that an order which walks the book counts by what
/// it traded and not by how many orders it met. Unit: ticks. m is the midpoint just before the step that traded.
/// Source: SEC Rule 605 (17 CFR 242.600(b)), "average effective spread", share-weighted.
/// </remarks>
public sealed class EffectiveSpread
{
    Int128 _weighted;
    long _lots;

    /// <param name="price">The price traded at.</param>
    /// <param name="midpoint">Just before the trade.</param>
    /// <returns>2·|p − m| in ticks: a whole number even where the midpoint is not.</returns>
    public static long Of(Price price, Midpoint midpoint) => Math.Abs((2 * price.Ticks) - midpoint.HalfTicks);

    public void Add(Price price, Quantity traded, Midpoint midpoint)
    {
        _weighted += (Int128)Of(price, midpoint) * traded.Lots;
        _lots += traded.Lots;
    }

    /// <summary>The mean so far, in ticks; null before the first trade that met a midpoint.</summary>
    public double? Value => _lots > 0 ? (double)_weighted / _lots : null;
}
