using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>How soon a book is as it was before a trade: its resilience, for the spread or for the depth.</summary>
/// <remarks>
/// A trade that leaves the cost (the spread, or the depth with a minus before it) above what it was opens an episode.
/// It ends when the cost is back, or with the next trade. Share: episodes that ended by recovery, of all that ended.
/// Time: the mean length of those. O(1) per step. Source: T. Foucault, O. Kadan, E. Kandel, "Limit order book as a
/// market for liquidity", Review of Financial Studies 18(4), 2005, pp. 1171–1217 (resiliency: the probability that the
/// spread is back before the next trade).
/// </remarks>
public sealed class Recovery
{
    const double Missing = double.PositiveInfinity;

    double _before;
    Timestamp _since;
    bool _isOpen;
    long _ended;
    long _recovered;
    double _seconds;

    /// <summary>Tells what one step did.</summary>
    /// <param name="at">When.</param>
    /// <param name="hasTraded">Whether there was a trade in it.</param>
    /// <param name="before">The cost just before; null if the book had none.</param>
    /// <param name="after">The cost just after; null if the book has none.</param>
    public void Step(Timestamp at, bool hasTraded, double? before, double? after)
    {
        double now = after ?? Missing;
        if (hasTraded)
        {
            if (_isOpen)
                _ended++;

            _isOpen = before < now;
            (_before, _since) = (before ?? Missing, at);
        }
        else if (_isOpen && now <= _before)
        {
            _isOpen = false;
            _ended++;
            _recovered++;
            _seconds += (at - _since).Seconds;
        }
    }

    /// <summary>
    /// The share of trades after which the cost was back before the next trade, from 0 to 1; null without any.
    /// </summary>
    public double? Share => _ended > 0 ? (double)_recovered / _ended : null;

    /// <summary>How long that took on average, in seconds; null if it never happened.</summary>
    public double? MeanSeconds => _recovered > 0 ? _seconds / _recovered : null;
}
