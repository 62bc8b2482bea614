using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>Exponentially weighted facts, as the LEEPS study meant them.</summary>
/// <remarks>
/// Reference price, once per trade at price p: S ← 1 + S·e^(−k·dt), R ← R + (p − R)/S, with S = 1 and R = p at the
/// first. Signed volume decays with e^(−k·dt) and moves by one per lot; a batch, which has no incoming side, does not
/// move it.
/// </remarks>
/// <param name="referenceDecay">k of the reference price, per second.</param>
/// <param name="volumeDecay">k of the signed volume, per second.</param>
public sealed class ExponentialFacts(double referenceDecay, double volumeDecay) : MarketFacts
{
    double _reference;
    double _weight;
    double _volume;
    Timestamp _lastTrade;
    Timestamp _lastMove;

    public override Price? ReferencePrice => _weight > 0 ? new Price((long)Math.Round(_reference)) : null;

    public override double SignedVolume(Timestamp now) =>
        _volume * BitStable.Exp(-volumeDecay * (now - _lastMove).Seconds);

    public override void Add(in Trade trade, in Quote before)
    {
        _weight = 1 + (_weight * BitStable.Exp(-referenceDecay * (trade.At - _lastTrade).Seconds));
        _reference += (trade.Price.Ticks - _reference) / _weight;
        _lastTrade = trade.At;

        if (trade.Liquidity == Liquidity.Auction)
            return;

        _volume = SignedVolume(trade.At) + (trade.Side.Sign * trade.Quantity.Lots);
        _lastMove = trade.At;
    }
}
