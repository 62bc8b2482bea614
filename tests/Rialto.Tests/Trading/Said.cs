using Rialto.Trading;

namespace Rialto.Tests;

/// <summary>Single events, as a buffer writes them.</summary>
static class Said
{
    extension(MarketEvent)
    {
        public static MarketEvent Accepted(in Request request, OrderNumber number) =>
            Accepted(request, number, request.Limit);

        public static MarketEvent Accepted(in Request request, OrderNumber number, Price price)
        {
            EventBuffer events = new();
            events.Accepted(request, number, price);
            return events.Written[0];
        }

        public static MarketEvent Rejected(in Request request, RejectReason reason)
        {
            EventBuffer events = new();
            events.Rejected(request, reason);
            return events.Written[0];
        }

        public static MarketEvent Replaced(in Request request, Side side, OrderNumber number) =>
            Replaced(request, request.Quantity, side, number, request.Limit);

        public static MarketEvent Replaced(
            in Request request, Quantity left, Side side, OrderNumber number, Price price)
        {
            EventBuffer events = new();
            events.Replaced(request, side, left, number, price);
            return events.Written[0];
        }

        public static MarketEvent Canceled(
            Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price,
            Quantity canceled, Quantity remaining, CancelReason reason) =>
            Only(events => events.Canceled(side, participant, number, order, price, canceled, remaining, reason));

        public static MarketEvent Triggered(
            Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price trigger,
            Quantity remaining) =>
            Only(events => events.Triggered(side, participant, number, order, trigger, remaining));

        public static MarketEvent Refilled(
            Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price,
            Quantity shown, Quantity remaining) =>
            Only(events => events.Refilled(side, participant, number, order, price, shown, remaining));

        public static MarketEvent Executed(
            Side side, ParticipantId participant, OrderNumber number, ClientOrderId order, Price price,
            Quantity executed, Quantity remaining, Liquidity liquidity, MatchNumber match) =>
            Only(events =>
                events.Executed(side, participant, number, order, price, executed, remaining, liquidity, match));

        public static MarketEvent Charged(
            Side side, Liquidity liquidity, ParticipantId participant, OrderNumber number, ClientOrderId order,
            Quantity executed, Cash fee) =>
            Only(events => events.Charged(side, liquidity, participant, number, order, executed, fee));

        public static MarketEvent Trade(
            Side side, Liquidity liquidity, Price price, Quantity quantity, MatchNumber match) =>
            Only(events => events.Trade(side, liquidity, price, quantity, match));

        public static MarketEvent LevelChanged(Side side, Level level) =>
            Only(events => events.LevelChanged(side, level));

        public static MarketEvent OrderShown(Side side, OrderNumber number, Price price, Quantity shown) =>
            Only(events => events.OrderShown(side, number, price, shown));

        public static MarketEvent OrderReduced(
            Side side, OrderNumber number, Price price, Quantity gone, Quantity remaining, MatchNumber match) =>
            Only(events => events.OrderReduced(side, number, price, gone, remaining, match));

        public static MarketEvent Indication(Price price, long imbalance) =>
            Only(events => events.Indication(price, Quantity.Zero, imbalance));

        public static MarketEvent Indication(Price price, Quantity paired, long imbalance) =>
            Only(events => events.Indication(price, paired, imbalance));

        public static MarketEvent AuctionEnded(Price price, Quantity cleared) =>
            Only(events => events.AuctionEnded(price, cleared));

        public static MarketEvent StateChanged(TradingState state) => Only(events => events.StateChanged(state));
    }

    static MarketEvent Only(Action<EventBuffer> say)
    {
        EventBuffer events = new() { Classes = EventClasses.All };
        say(events);
        return events.Written[0];
    }
}
