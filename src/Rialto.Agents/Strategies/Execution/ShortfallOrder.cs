using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// Trades a large order along the trajectory of least expected cost for a given fear of risk (implementation
/// shortfall).
/// </summary>
/// <remarks>
/// Source: Almgren and Chriss, "Optimal execution of portfolio transactions", J. Risk 3(2), 2000; the shortfall after
/// Perold, J. Portfolio Management 14(3), 1988. Currency and units of the asset, not ticks and lots, as the paper has
/// them; time in intervals.
/// </remarks>
/// <param name="side">To buy or to sell.</param>
/// <param name="quantity">Lots in all.</param>
/// <param name="every">The time between two slices; the first is at the beginning.</param>
/// <param name="slices">How many.</param>
/// <param name="riskAversion">
/// λ: currency of expected cost that one would pay for one unit of currency² less variance.
/// </param>
/// <param name="volatility">σ√τ: the standard deviation of the price over one interval, in currency.</param>
/// <param name="temporaryImpact">
/// η/τ: currency by which a unit traded in an interval moves that interval's price.
/// </param>
/// <param name="permanentImpact">γ: currency by which a unit traded moves the price for good.</param>
[Population("shortfall-orders")]
public sealed class ShortfallOrder(
    Side side, Quantity quantity, Duration every, int slices,
    double riskAversion, double volatility, double temporaryImpact, double permanentImpact)
    : SlicedOrder(side, quantity, every, ExecutionSchedule.LeastCost(
        quantity.Lots, slices, Urgency(riskAversion, volatility, temporaryImpact, permanentImpact)))
{
    /// <summary>λσ²τ²/η̃ with η̃ = η − γτ/2.</summary>
    public static double Urgency(double riskAversion, double volatility, double temporaryImpact, double permanentImpact)
    {
        double impact = temporaryImpact - (permanentImpact / 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(impact, nameof(temporaryImpact));
        return riskAversion * volatility * volatility / impact;
    }
}
