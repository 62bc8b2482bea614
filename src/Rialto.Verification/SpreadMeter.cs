using Rialto.Analysis;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>The mean spread of the displayed book over the time in which it has two sides. Unit: ticks.</summary>
/// <param name="from">What was before does not count.</param>
sealed class SpreadMeter(Timestamp from) : IMarketListener
{
    readonly DisplayedBook _book = new();
    readonly TimeWeightedMean _mean = new();

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
            _book.Apply(happened);

        if (step.Input.At >= from)
            _mean.Set(step.Input.At, _book.Best(Side.Sell)?.Price.Ticks - _book.Best(Side.Buy)?.Price.Ticks);
    }

    /// <exception cref="InvalidOperationException">There never were two sides.</exception>
    public double Mean(Timestamp end)
    {
        _mean.Advance(end);
        return _mean.Value ?? throw new InvalidOperationException("The book never had two sides.");
    }
}
