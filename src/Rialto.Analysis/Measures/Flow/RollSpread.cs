namespace Rialto.Analysis;

/// <summary>The effective spread that successive trade prices betray by bouncing between bid and ask.</summary>
/// <remarks>
/// 2·√(−cov(Δpₜ, Δpₜ₋₁)). Unit: ticks. Exact if the signs of trades are independent and the midpoint is a martingale;
/// too small if signs persist. O(1) per trade.
/// Source: R. Roll, "A simple implicit measure of the effective bid-ask spread in an efficient market", J. Finance
/// 39(4), 1984, pp. 1127–1139.
/// </remarks>
public sealed class RollSpread
{
    long? _price;
    double? _change;
    long _pairs;
    double _first;
    double _second;
    double _products;

    /// <param name="ticks">The price of the next trade.</param>
    public void Add(long ticks)
    {
        if (_price is { } before)
        {
            double change = ticks - before;
            if (_change is { } earlier)
            {
                _pairs++;
                _first += earlier;
                _second += change;
                _products += earlier * change;
            }

            _change = change;
        }

        _price = ticks;
    }

    /// <summary>cov(Δpₜ, Δpₜ₋₁) over all pairs so far, in ticks²; null without any.</summary>
    public double? Covariance => _pairs > 0 ? (_products / _pairs) - (_first / _pairs * (_second / _pairs)) : null;

    /// <summary>
    /// The spread so far, in ticks; null if the covariance is not negative, because then there is no bounce.
    /// </summary>
    public double? Value => Covariance is < 0 and { } covariance ? 2 * Math.Sqrt(-covariance) : null;
}
