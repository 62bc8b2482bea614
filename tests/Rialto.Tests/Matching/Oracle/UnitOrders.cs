using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>A batch, with every order taken apart into lots.</summary>
static class UnitOrders
{
    /// <summary>
    /// Sort all lots, bid or asked, by price, the highest first; a buy at market is higher and a sell at market lower
    /// than any price. If M lots are asked, the price lies between the M-th and the (M+1)-th: where between, the rule
    /// says.
    /// </summary>
    /// <returns>Null if a side is empty or nobody names a price.</returns>
    public static Price? ClearingPrice(IEnumerable<SimpleOrder> bids, IEnumerable<SimpleOrder> asks, BatchPrice rule)
    {
        decimal[] demand = Unpack(bids);
        decimal[] supply = Unpack(asks);
        decimal[] all = [.. demand.Concat(supply).OrderDescending()];
        decimal[] named = [.. all.Where(price => Math.Abs(price) != decimal.MaxValue)];
        if (demand.Length == 0 || supply.Length == 0 || named.Length == 0)
            return null;

        // Where there is no price on one side of the gap, the other is taken; the highest and the lowest named are the
        // ends.
        decimal upper = all[supply.Length - 1];
        decimal lower = all[supply.Length];
        upper = upper == decimal.MaxValue ? Math.Clamp(lower, named[^1], named[0]) : Math.Max(upper, named[^1]);
        lower = lower == decimal.MinValue ? upper : Math.Min(lower, named[0]);
        return new Price((long)(rule switch
        {
            BatchPrice.MidpointUp => Math.Ceiling((upper + lower) / 2),
            BatchPrice.Midpoint => Math.Round((upper + lower) / 2, MidpointRounding.ToEven),
            BatchPrice.Buyer => upper,
            BatchPrice.Seller => lower,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        }));
    }

    /// <summary>How many lots would change hands at a price.</summary>
    public static long Volume(IEnumerable<SimpleOrder> bids, IEnumerable<SimpleOrder> asks, decimal price) =>
        Math.Min(Unpack(bids).Count(limit => limit >= price), Unpack(asks).Count(limit => limit <= price));

    static decimal[] Unpack(IEnumerable<SimpleOrder> orders) =>
    [
        .. orders.SelectMany(order => Enumerable.Repeat(
            order.HasPrice ? order.Limit.Ticks : order.Side == Side.Buy ? decimal.MaxValue : decimal.MinValue,
            (int)order.Remaining)),
    ];
}
