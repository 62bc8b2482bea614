using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How one period of a market with induced values went.</summary>
/// <param name="Equilibrium">Where that period's supply met its demand; null if they did not meet.</param>
/// <param name="Trades">How many lots were traded.</param>
/// <param name="Efficiency">
/// See <see cref="AllocativeEfficiency"/>. Unit: percent; null if there was nothing to gain.
/// </param>
/// <param name="Alpha">
/// See <see cref="SmithAlpha"/>. Unit: percent; null without trades or without an equilibrium above zero.
/// </param>
public sealed record InducedPeriod(CompetitiveEquilibrium? Equilibrium, long Trades, double? Efficiency, double? Alpha)
{
    /// <param name="units">Everything that the traders were given for that period.</param>
    public static InducedPeriod Of(IReadOnlyList<InducedUnit> units)
    {
        Price[] values = [.. units.Where(unit => unit.Side == Side.Buy).Select(unit => unit.Value)];
        Price[] costs = [.. units.Where(unit => unit.Side == Side.Sell).Select(unit => unit.Value)];
        InducedUnit[] traded = [.. units.Where(unit => unit.TradedAt is not null)];
        Price[] prices = [.. traded.Select(unit => unit.Price)];
        CompetitiveEquilibrium? equilibrium = CompetitiveEquilibrium.Of(values, costs);
        int bought = traded.Count(unit => unit.Side == Side.Buy);

        return new(
            equilibrium, Math.Max(bought, traded.Length - bought),
            AllocativeEfficiency.Of(values, costs, [.. traded.Select(AgainstItsPrice)]),
            prices.Length > 0 && equilibrium is { Price: > 0 and var price } ? SmithAlpha.Of(prices, price) : null);
    }

    /// <summary>
    /// Each side of a trade by itself, as against somebody to whom the lot is worth just its price: the sum is the
    /// same, and what a trader without induced values gains is left out.
    /// </summary>
    static UnitTrade AgainstItsPrice(InducedUnit unit) =>
        unit.Side == Side.Buy ? new(unit.Value, unit.Price) : new(unit.Price, unit.Value);
}
