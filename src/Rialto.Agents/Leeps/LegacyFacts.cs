using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>The facts exactly as the predecessor computed them, for comparison with its data.</summary>
/// <remarks>
/// Every trade counts twice (once per execution). The reference price has its two weights swapped, its decay is per
/// session, and the first trade's weight is lost; the signed volume decays only when a trade comes, and a trade at
/// neither quote consumes the time without decay. Source: Leeps-Lab/high_frequency_trading, hft/market_facts.py.
/// </remarks>
/// <param name="referenceDecay">k of the reference price, per session as the predecessor has it.</param>
/// <param name="volumeDecay">k of the signed volume, per second.</param>
/// <param name="session">The length of the session.</param>
/// <param name="grid">The grid to which the reference price is rounded, in ticks.</param>
public sealed class LegacyFacts(double referenceDecay, double volumeDecay, Duration session, Ticks grid) : MarketFacts
{
    readonly double _decay = Math.Round(referenceDecay * session.Seconds, 2);
    bool _hasTraded;
    long _reference;
    double _weight;
    double _volume;
    Timestamp _lastReference;
    Timestamp? _lastVolume;

    public override Price? ReferencePrice => _hasTraded ? new Price(_reference) : null;

    public override double SignedVolume(Timestamp now) => _volume;

    public override void Add(in Trade trade, in Quote before)
    {
        for (int execution = 0; execution < 2; execution++)
        {
            MoveReference(trade);
            MoveVolume(trade, before);
        }
    }

    void MoveReference(in Trade trade)
    {
        if (!_hasTraded)
        {
            (_hasTraded, _reference, _lastReference) = (true, trade.Price.Ticks, trade.At);
            return;
        }

        _weight = 1 + (_weight * BitStable.Exp(-_decay * (trade.At - _lastReference).Seconds));
        _lastReference = trade.At;
        double swapped = (trade.Price.Ticks * (1 - (1 / _weight))) + (_reference / _weight);
        _reference = (long)Math.Round(swapped / grid.Count) * grid.Count;
    }

    void MoveVolume(in Trade trade, in Quote before)
    {
        double elapsed = _lastVolume is { } last ? (trade.At - last).Seconds : 0;
        _lastVolume = trade.At;
        double half = trade.Price == before.Ask ? 0.5 : trade.Price == before.Bid ? -0.5 : 0;
        if (half != 0)
            _volume = Math.Round(half + (_volume * BitStable.Exp(-volumeDecay * elapsed)), 2);
    }
}
