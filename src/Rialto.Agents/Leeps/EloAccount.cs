using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// What an ELO agent is worth: its cash and inventory, less the fast connection and a deduction at the end.
/// </summary>
/// <remarks>Neither cost is ever taken from its cash account, which holds trades and the venue's fees only.</remarks>
sealed class EloAccount(EloSettings settings)
{
    Duration _fastBefore;
    Timestamp? _fastSince;
    bool _isClosed;

    /// <summary>
    /// The price of the last execution, which values the inventory while there is no reference price.
    /// </summary>
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

    public Cash SpeedCost(IMarketAccess market)
    {
        Timestamp now = market.Now;
        Duration fast = _fastSince is { } since ? _fastBefore + (now - since) : _fastBefore;
        return new Cash((long)Math.Round(fast.Seconds * market.Worth(1, default(Price) + settings.SpeedCost).Units));
    }

    /// <summary>The deduction on the final inventory; zero before the close.</summary>
    public Cash Tax(IMarketAccess market, Price? reference) =>
        new(_isClosed ? (long)Math.Round(Math.Abs(settings.TaxRate * InventoryValue(market, reference))) : 0);

    public Cash NetWorth(IMarketAccess market, Price? reference)
    {
        Cash before = new(market.Cash.Units + InventoryValue(market, reference));
        return _isClosed ? before - Tax(market, reference) - SpeedCost(market) : before;
    }

    long InventoryValue(IMarketAccess market, Price? reference) =>
        market.Worth(market.Inventory(), reference ?? LastPrice).Units;
}
