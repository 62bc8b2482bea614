using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What an ELO agent is worth: its cash and inventory, less the fast connection and a deduction at the end.</summary>
/// <remarks>Neither cost is ever taken from its cash account, which holds trades only.</remarks>
sealed class EloAccount(EloSettings settings)
{
    Duration _fastBefore;
    Timestamp? _fastSince;
    bool _isClosed;

    /// <summary>The price of the last execution, which values the inventory while there is no reference price.</summary>
    public Price LastPrice { get; set; }

    public void Use(ConnectionSpeed speed, Timestamp now)
    {
        if (_fastSince is { } since)
            _fastBefore += now - since;

        _fastSince = speed == ConnectionSpeed.Fast ? now : null;
    }

    public void Close(Timestamp now)
    {
        Use(ConnectionSpeed.Slow, now);
        _isClosed = true;
    }

    public Cash SpeedCost(Timestamp now)
    {
        Duration fast = _fastSince is { } since ? _fastBefore + (now - since) : _fastBefore;
        return new Cash((long)Math.Round(fast.Seconds * settings.SpeedCost.Count));
    }

    /// <summary>The deduction on the final inventory; zero before the close.</summary>
    public Cash Tax(IMarketAccess market, Price? reference) =>
        new(_isClosed ? (long)Math.Round(Math.Abs(settings.TaxRate * InventoryValue(market, reference))) : 0);

    public Cash NetWorth(IMarketAccess market, Price? reference)
    {
        Cash before = new(market.Cash.Units + InventoryValue(market, reference));
        return _isClosed ? before - Tax(market, reference) - SpeedCost(market.Now) : before;
    }

    long InventoryValue(IMarketAccess market, Price? reference) => market.Inventory() * (reference ?? LastPrice).Ticks;
}
