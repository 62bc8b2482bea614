using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// What an AA trader estimates from the last trades: the equilibrium price, and how volatile prices are.
/// </summary>
/// <remarks>
/// The equilibrium is a mean whose weights fall by a factor from each trade to the one before it. Volatility is Smith's
/// alpha around it, scaled to the lowest and highest so far. Source: Vytelingum, Cliff, Jennings, Artificial
/// Intelligence 172(14), 2008.
/// </remarks>
/// <param name="window">How many trades are remembered.</param>
/// <param name="decay">That factor.</param>
public sealed class TradeStatistics(int window, double decay)
{
    readonly int _window = window > 0
        ? window
        : throw new ArgumentOutOfRangeException(nameof(window), "An estimate needs one trade at least.");
    readonly Queue<long> _prices = new();
    double _lowestAlpha = double.PositiveInfinity;
    double _highestAlpha = double.NegativeInfinity;

    /// <summary>Unit: ticks; null before the first trade.</summary>
    public double? Equilibrium { get; private set; }

    /// <summary>From 0 to 1; null while alpha has always been the same.</summary>
    public double? Volatility { get; private set; }

    public void Add(Price price)
    {
        if (_prices.Count == _window)
            _prices.Dequeue();
        _prices.Enqueue(price.Ticks);

        double sum = 0;
        double weights = 0;
        foreach (long traded in _prices)
        {
            // The oldest comes first: each newer one makes it count for less.
            sum = (sum * decay) + traded;
            weights = (weights * decay) + 1;
        }

        double mean = sum / weights;
        double squares = 0;
        foreach (long traded in _prices)
            squares += (traded - mean) * (traded - mean);

        double alpha = mean > 0 ? Math.Sqrt(squares / _prices.Count) / mean : 0;
        _lowestAlpha = Math.Min(_lowestAlpha, alpha);
        _highestAlpha = Math.Max(_highestAlpha, alpha);
        Equilibrium = mean;
        Volatility = _highestAlpha > _lowestAlpha ? (alpha - _lowestAlpha) / (_highestAlpha - _lowestAlpha) : null;
    }
}
