using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Trades a large order in slices proportional to the volume that is expected in each interval (volume-weighted average
/// price).
/// </summary>
/// <remarks>
/// Source: Konishi, "Optimal slice of a VWAP trade", J. Financial Markets 5(2), 2002; Berkowitz, Logue and Noser, J.
/// Finance 43(1), 1988.
/// </remarks>
/// <param name="side">To buy or to sell.</param>
/// <param name="quantity">Lots in all.</param>
/// <param name="every">The time between two slices; the first is at the beginning.</param>
/// <param name="volumes">Expected volume of each interval, in any unit: one slice each.</param>
[Population("vwap-orders")]
public sealed class VwapOrder(Side side, Quantity quantity, Duration every, IReadOnlyList<double> volumes)
    : SlicedOrder(side, quantity, every, ExecutionSchedule.ByVolume(quantity.Lots, volumes));
