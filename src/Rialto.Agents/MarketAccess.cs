using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>What agents do most, in terms of the port's few primitives.</summary>
public static class MarketAccess
{
    extension(IMarketAccess market)
    {
        public Wait Sleep(Duration span) => market.Next(Signals.Time, market.Now + span);

        public Wait Until(Timestamp time) => market.Next(Signals.Time, time);

        /// <summary>Waits for a trade in a listing watched.</summary>
        public Wait NextTrade() => market.Next(Signals.Trade, Timestamp.Never);

        /// <summary>Waits for an answer or an execution.</summary>
        public Wait NextAnswer() => market.Next(Signals.Private, Timestamp.Never);

        public bool TryQuote(out Quote quote) => market.TryQuote(market.Home, out quote);

        public bool TryLastTrade(out Trade trade) => market.TryLastTrade(market.Home, out trade);

        /// <summary>Lots traded at home so far, as has reached the agent.</summary>
        public long Volume() => market.Volume(market.Home);

        /// <summary>Waits as long as a question to the home venue and its answer take.</summary>
        public Wait RoundTrip() => market.RoundTrip(market.Home);

        /// <summary>Lots owned of the home instrument.</summary>
        public long Inventory() => market.Inventory(market.Home.Instrument);

        /// <summary>What so many lots of the home instrument are worth at a price; they may be owed.</summary>
        public Cash Worth(long lots, Price price) =>
            new(lots * price.Ticks * market.Instrument(market.Home.Instrument).CashPerTick);

        public ClientOrderId Enter(in Order order) => market.Enter(market.Home, order);

        public ClientOrderId Enter(Listing listing, in Order order) =>
            market.Send(order.ToRequest(RequestKind.Enter, listing));

        /// <summary>Puts an order in the place of one at home; its quantity counts what was executed before.</summary>
        public ClientOrderId Replace(ClientOrderId old, in Order order) => market.Send(
            order.ToRequest(RequestKind.Replace, market.Home) with { Replaces = old });

        public void Cancel(ClientOrderId order) => market.Reduce(order, Quantity.Zero);

        /// <summary>Cancels all of an order but <paramref name="remaining"/>; it keeps its priority.</summary>
        public void Reduce(ClientOrderId order, Quantity remaining) => market.Send(new Request(
            RequestKind.Cancel, default, default, default, default, market.Home, default, order, default, default,
            remaining, default));

        /// <summary>Cancels all own orders at home.</summary>
        public void CancelAll() => market.Send(new Request(
            RequestKind.CancelAll, default, default, default, default, market.Home, default, default, default, default,
            default, default));

        /// <summary>Cancels the own orders of one side at home.</summary>
        public void CancelAll(Side side) => market.Send(new Request(
            RequestKind.CancelSide, side, default, default, default, market.Home, default, default, default, default,
            default, default));
    }
}
