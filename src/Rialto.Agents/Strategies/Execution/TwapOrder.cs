using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Trades a large order in equal slices at equal intervals (time-weighted average price).</summary>
/// <remarks>
/// Source: Bertsimas and Lo, "Optimal control of execution costs", J. Financial Markets 1(1), 1998: best for who fears
/// no risk.
/// </remarks>
/// <param name="side">To buy or to sell.</param>
/// <param name="quantity">Lots in all.</param>
/// <param name="every">The time between two slices; the first is at the beginning.</param>
/// <param name="slices">How many.</param>
[Population("twap-orders")]
public sealed class TwapOrder(Side side, Quantity quantity, Duration every, int slices)
    : SlicedOrder(side, quantity, every, ExecutionSchedule.Even(quantity.Lots, slices));
