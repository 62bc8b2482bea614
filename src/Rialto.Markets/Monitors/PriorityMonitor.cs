using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Checks price and time priority in continuous trading: the displayed order that trades is the first of the best
/// level, and one in the dark trades only at a better price than that level.
/// </summary>
/// <remarks>
/// It follows private events, so that it needs no market data by order. The parts of an iceberg queue as they are
/// shown. In auctions and batches the rationing rule says who trades; there it only follows.
/// </remarks>
public sealed class PriorityMonitor(MarketDirectory directory) : InvariantMonitor
{
    readonly ListingPlaces _places = new(directory);
    readonly LookupTable<OrderName, QueuedOrder> _orders = new();
    readonly DisplayedQueue[] _queues =
        [.. Enumerable.Range(0, 2 * directory.Venues.Count * directory.Instruments.Count).Select(place =>
            new DisplayedQueue((Side)(place % 2)))];

    public override string Rule => "the earliest displayed order at the best price trades first";

    public override string? Check(in Step step, MonitoredListing listing)
    {
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            OrderName name = new(listing.Listing.Venue, happened.Participant, happened.Order);
            switch (happened.Kind)
            {
                case EventKind.Accepted:
                    Enter(name, happened, listing);
                    break;
                case EventKind.Replaced:
                    End(name with { Order = happened.Replaces });
                    Enter(name, happened, listing);
                    break;
                case EventKind.Triggered or EventKind.Refilled when _orders.TryGet(name, out QueuedOrder? order):
                    order.Number = happened.Number;
                    Show(order, happened.Kind == EventKind.Refilled ? happened.Price : order.Limit, listing);
                    break;
                case EventKind.Executed:
                    if (happened.Liquidity == Liquidity.Added && CheckTurn(name, happened, listing) is { } violation)
                        return violation;
                    if (happened.Remaining == Quantity.Zero)
                        End(name);
                    break;
                case EventKind.Canceled when happened.Remaining == Quantity.Zero:
                    End(name);
                    break;
            }
        }

        return null;
    }

    string? CheckTurn(OrderName name, in MarketEvent executed, MonitoredListing listing)
    {
        if (!_orders.TryGet(name, out QueuedOrder? order))
            return $"{executed.Number} of {directory[executed.Participant].Name} trades and is not in the book";
        if (QueueOf(listing, executed.Side).First is not { } first || first.Order == order)
            return null;

        bool isDarkAndBetter = !order.IsDisplayed && (PriceRuleOf(listing) == PriceRule.Midpoint
            || executed.Side.IsBetter(executed.Price, first.Price));
        return isDarkAndBetter
            ? null
            : $"{order.Number} of {directory[executed.Participant].Name} trades at {Currency(executed.Price)}, and "
                + $"{first.Order.Number} stood before it at {Currency(first.Price)}";

        decimal Currency(Price price) => directory[listing.Listing.Instrument].ToCurrency(price);
    }

    void Enter(OrderName name, in MarketEvent entered, MonitoredListing listing)
    {
        Request request = listing.Answered ?? default;
        bool isDisplayed = request.Type is OrderType.Limit or OrderType.StopLimit
            && (request.Flags & OrderFlags.Hidden) == 0;
        QueuedOrder order = new(entered.Number, entered.Side, request.Limit, isDisplayed);
        _orders.Set(name, order);
        if (request.Type == OrderType.Limit)
            Show(order, entered.Price, listing);
    }

    /// <summary>Puts an order at the end of its queue; where it stood before, it stands no longer.</summary>
    void Show(QueuedOrder order, Price price, MonitoredListing listing)
    {
        if (order.IsDisplayed)
            QueueOf(listing, order.Side).Add(order, price);
    }

    void End(OrderName name)
    {
        if (_orders.TryGet(name, out QueuedOrder? order))
            order.Turn++;

        _orders.Remove(name);
    }

    DisplayedQueue QueueOf(MonitoredListing listing, Side side) =>
        _queues[(2 * _places.Of(listing.Listing)) + (int)side];

    static PriceRule PriceRuleOf(MonitoredListing listing) =>
        ((listing.Rules is ScheduledRules scheduled ? scheduled.Inner : listing.Rules) as ContinuousRules)?.Price
            ?? PriceRule.Resting;

    readonly record struct OrderName(VenueId Venue, ParticipantId Participant, ClientOrderId Order);
}
