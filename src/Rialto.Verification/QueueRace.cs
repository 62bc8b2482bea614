using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>
/// Which of the two best queues is empty first, from every state that a market goes through while its spread is one
/// tick.
/// </summary>
/// <remarks>
/// A state counts once for each time that the midpoint stays where it is: when it was first there. What follows a state
/// depends on nothing before it, so that each is an independent trial.
/// </remarks>
sealed class QueueRace(int largest) : IMarketListener
{
    readonly DisplayedBook _book = new();
    readonly bool[,] _seen = new bool[largest + 1, largest + 1];
    readonly long[,] _trials = new long[largest + 1, largest + 1];
    readonly long[,] _up = new long[largest + 1, largest + 1];
    Midpoint? _midpoint;

    /// <summary>
    /// The share of times in which the midpoint went up next, seen with so many orders in the best queues.
    /// </summary>
    public double ShareUp(int bids, int asks) => (double)_up[bids, asks] / _trials[bids, asks];

    public void OnStep(in Step step)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
            _book.Apply(happened);
        if (_book.Best(Side.Buy) is not { } bid || _book.Best(Side.Sell) is not { } ask)
        {
            Forget(); // Where the midpoint has gone nobody can say.
            return;
        }

        Midpoint now = Midpoint.Between(bid.Price, ask.Price);
        if (_midpoint is { } before && now != before)
        {
            Settle(now.HalfTicks > before.HalfTicks);
            Forget();
        }

        _midpoint = now;
        if ((ask.Price - bid.Price).Count == 1 && bid.Orders <= largest && ask.Orders <= largest)
            _seen[bid.Orders, ask.Orders] = true;
    }

    void Settle(bool isUp)
    {
        for (int bids = 1; bids <= largest; bids++)
        {
            for (int asks = 1; asks <= largest; asks++)
            {
                if (!_seen[bids, asks])
                    continue;

                _trials[bids, asks]++;
                _up[bids, asks] += isUp ? 1 : 0;
            }
        }
    }

    void Forget()
    {
        Array.Clear(_seen);
        _midpoint = null;
    }
}
