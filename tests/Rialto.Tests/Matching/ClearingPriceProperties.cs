using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The price of a batch, against all prices there could be and against sorting lot by lot.</summary>
public sealed class ClearingPriceProperties
{
    const string Batch = "10 auction ended";

    static readonly Gen<(Side Side, long? Price, long Lots)> Orders =
        from side in Gen.Elements(Side.Buy, Side.Sell)
        from price in Gen.Frequency(
            (85, Gen.Choose(-3, 12).Select(ticks => (long?)ticks)), (15, Gen.Constant<long?>(null)))
        from lots in Gen.Choose(1, 6)
        select (side, price, (long)lots);

    [Fact]
    public void The_price_lies_halfway_between_the_last_lot_that_trades_and_the_first_that_does_not() =>
        Property.HoldsForLists(Orders, orders =>
        {
            Price? price = UnitOrders.ClearingPrice(
                SideOf(orders, Side.Buy), SideOf(orders, Side.Sell), BatchPrice.MidpointUp);
            long volume = price is { } at ? Volume(orders, at.Ticks) : 0;

            string[] told = [.. Clear(orders).Events.Where(line => line.Contains("indicated", StringComparison.Ordinal)
                || line.Contains("auction", StringComparison.Ordinal))];

            Assert.Equal(volume > 0 ? $"{Batch} {volume}@{price}" : Batch, told[^1]);
            Assert.Equal(price is not null && volume == 0, told.Length == 2);
            Assert.True(told.Length == 1 || told[0].StartsWith($"10 indicated {price} ", StringComparison.Ordinal));
        });

    [Fact]
    public void At_no_other_price_would_more_lots_trade() =>
        Property.HoldsForLists(Orders, orders =>
        {
            long most = Enumerable.Range(-8, 40).Max(halfTicks => Volume(orders, halfTicks / 2m));
            bool hasPrice = orders.Any(order => order.Price is not null);

            string told = Clear(orders).Events.Last(line => line.StartsWith(Batch, StringComparison.Ordinal));

            long cleared = told == Batch ? 0 : long.Parse(told.Split(' ', '@')[3], CultureInfo.InvariantCulture);
            Assert.Equal(hasPrice ? most : 0, cleared);
        });

    static long Volume(IReadOnlyList<(Side Side, long? Price, long Lots)> orders, decimal price) =>
        UnitOrders.Volume(SideOf(orders, Side.Buy), SideOf(orders, Side.Sell), price);

    static MarketTape Clear(IReadOnlyList<(Side Side, long? Price, long Lots)> orders)
    {
        MarketTape market = MarketTape.OfBatches(interval: 10);
        foreach ((Side side, long? price, long lots) in orders)
        {
            _ = (side, price) switch
            {
                (Side.Buy, { } limit) => market.Buy(lots, limit),
                (Side.Buy, null) => market.BuyAtMarket(lots),
                (_, { } limit) => market.Sell(lots, limit),
                (_, null) => market.SellAtMarket(lots),
            };
        }

        return market.Until(10);
    }

    static IEnumerable<SimpleOrder> SideOf(IReadOnlyList<(Side Side, long? Price, long Lots)> orders, Side side) =>
        from order in orders
        where order.Side == side
        let request = default(Request) with
        {
            Type = order.Price is null ? OrderType.Market : OrderType.Limit, Limit = new(order.Price ?? 0),
        }
        select new SimpleOrder(request, side, order.Lots, 0);
}
