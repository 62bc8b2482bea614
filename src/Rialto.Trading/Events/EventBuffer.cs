namespace Rialto.Trading;

/// <summary>What a venue did in one step, in order. One per market, drained after every step and used again.</summary>
public sealed class EventBuffer
{
    MarketEvent[] _events = new MarketEvent[64];
    int _count;

    public ReadOnlySpan<MarketEvent> Written => _events.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(in MarketEvent happened)
    {
        if (_count == _events.Length)
            Array.Resize(ref _events, 2 * _count);

        _events[_count++] = happened;
    }
}
