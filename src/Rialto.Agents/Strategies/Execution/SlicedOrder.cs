using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>A large order that is traded slice by slice at market, each as large as its schedule says.</summary>
public abstract class SlicedOrder : Agent
{
    readonly Side _side;
    readonly long _lots;
    readonly Duration _every;
    readonly IReadOnlyList<long> _holdings;
    long _opening;

    /// <param name="side">To buy or to sell.</param>
    /// <param name="quantity">Lots in all.</param>
    /// <param name="every">The time between two slices; the first is at the beginning.</param>
    /// <param name="holdings">Lots left after each slice.</param>
    private protected SlicedOrder(Side side, Quantity quantity, Duration every, IReadOnlyList<long> holdings)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every.Nanoseconds, nameof(every));
        (_side, _lots, _every, _holdings) = (side, quantity.Lots, every, holdings);
    }

    /// <summary>How much to send: what is due and has not been traded.</summary>
    /// <param name="ordered">Lots in all.</param>
    /// <param name="traded">So far.</param>
    /// <param name="left">What the schedule leaves after this slice.</param>
    public static long Due(long ordered, long traded, long left) => Math.Max(0, ordered - traded - left);

    public override IEnumerable<StateValue> Describe()
    {
        yield return StateValue.Of("remaining", _lots - Traded);
    }

    long Traded => (_side.Sign * Market.Inventory()) - _opening;

    protected sealed override async AgentTask TradeAsync(IMarketAccess market)
    {
        _opening = _side.Sign * market.Inventory();
        foreach (long left in _holdings)
        {
            long lots = Due(_lots, Traded, left);
            if (lots > 0)
                market.Enter(Order.Market(_side, new Quantity(lots)));
            market.Report("slice");
            await market.Sleep(_every);
        }
    }
}
