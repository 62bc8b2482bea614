using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>The map between an AA trader's aggressiveness and its target price.</summary>
/// <remarks>
/// With c(r) = (e^(rθ) − 1) / (e^θ − 1), from 0 at r = 0 to 1 at r = 1: an intra-marginal buyer aims at p* + (limit −
/// p*)·c(r) for r ≥ 0 and at p*·(1 − c̲(−r)) for r &lt; 0, where c̲ has the shape θ̲ that makes the slope continuous at
/// 0; an extra-marginal one, who cannot expect to trade, at its limit for r ≥ 0 and at limit·(1 − c(−r)) for r &lt; 0.
/// Sellers are the mirror image, up to the highest price. Source: equations 3 to 6 of Vytelingum, Cliff, Jennings,
/// Artificial Intelligence 172(14), 2008.
/// </remarks>
public readonly struct AggressivenessMap
{
    const double Flattest = 1e-6; // Below this a curve is a straight line to the last digit that matters.
    const double Gamma = 2; // γ
    const double LeastShape = -8;
    const double MostShape = 2;

    readonly double _center; // The target at r = 0.
    readonly double _aggressive; // How far it lies at r = 1.
    readonly double _passive; // How far it lies at r = −1.
    readonly double _shape;
    readonly double _passiveShape;

    /// <param name="side">Whether it buys or sells.</param>
    /// <param name="limit">What the unit is worth to it, or costs it. Unit: ticks.</param>
    /// <param name="equilibrium">The estimated equilibrium price p*. Unit: ticks.</param>
    /// <param name="highest">The highest price that may be shouted. Unit: ticks.</param>
    /// <param name="shape">θ.</param>
    public AggressivenessMap(Side side, double limit, double equilibrium, double highest, double shape)
    {
        bool isIntraMarginal = side.Sign * (limit - equilibrium) > 0;
        _center = isIntraMarginal ? equilibrium : limit;
        _aggressive = limit - _center;
        _passive = (side == Side.Buy ? 0 : Math.Max(highest, _center)) - _center;
        _shape = shape;
        _passiveShape =
            isIntraMarginal && _passive != 0 ? Matching(Slope(shape) * Math.Abs(_aggressive / _passive)) : shape;
    }

    /// <summary>The target price, in ticks.</summary>
    /// <param name="r">From −1 to 1.</param>
    public double Target(double r) => r >= 0
        ? _center + (_aggressive * Curve(r, _shape))
        : _center + (_passive * Curve(-r, _passiveShape));

    /// <summary>The aggressiveness that leads to a target price; the nearest, if none does.</summary>
    public double Aggressiveness(double target)
    {
        double away = target - _center;
        if (away == 0)
            return 0;
        if (_aggressive != 0 && away > 0 == _aggressive > 0)
            return Inverse(Math.Min(1, away / _aggressive), _shape);

        return _passive != 0 && away > 0 == _passive > 0 ? -Inverse(Math.Min(1, away / _passive), _passiveShape) : 0;
    }

    /// <summary>The shape θ that suits a volatility: steep near the equilibrium in a calm market.</summary>
    /// <param name="volatility">Smith's alpha, from 0 for the lowest to 1 for the highest that was seen.</param>
    public static double ShapeFor(double volatility) =>
        ((MostShape - LeastShape) * (1 - (volatility * BitStable.Exp(Gamma * (volatility - 1))))) + LeastShape;

    static double Curve(double r, double shape) =>
        Math.Abs(shape) < Flattest ? r : (BitStable.Exp(r * shape) - 1) / (BitStable.Exp(shape) - 1);

    static double Inverse(double share, double shape) =>
        Math.Abs(shape) < Flattest ? share : BitStable.Log((share * (BitStable.Exp(shape) - 1)) + 1) / shape;

    /// <summary>The slope of the curve at 0: θ / (e^θ − 1), which falls in θ from infinity to 0.</summary>
    static double Slope(double shape) => Math.Abs(shape) < Flattest ? 1 : shape / (BitStable.Exp(shape) - 1);

    /// <summary>The shape whose slope at 0 is this one, by halving.</summary>
    static double Matching(double slope)
    {
        double low = -slope - 1; // Slope(θ) > −θ for θ < 0.
        double high = 50;
        for (int i = 0; i < 50; i++)
        {
            double middle = 0.5 * (low + high);
            if (Slope(middle) > slope)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }
}
