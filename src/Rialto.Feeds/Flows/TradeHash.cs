namespace Rialto.Feeds;

/// <summary>An order-sensitive hash over trades: equal hashes, equal trades.</summary>
public struct TradeHash()
{
    const ulong Multiplier = 0x9E3779B97F4A7C15;

    public ulong Value { get; private set; } = 0xcbf29ce484222325;

    public long Trades { get; private set; }

    public void Add(uint maker, uint taker, int price, uint quantity)
    {
        unchecked
        {
            ulong hash = (Value ^ (((ulong)maker << 32) | taker)) * Multiplier;
            hash = (hash ^ (((ulong)(uint)price << 32) | quantity)) * Multiplier;
            Value = hash ^ (hash >> 29);
            Trades++;
        }
    }
}
