using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>An accepted order with something left of it.</summary>
struct RestingOrder
{
    public ParticipantId Participant;
    public InstrumentId Instrument;
    public Side Side;
    public OrderType Type;
    public TimeInForce TimeInForce;
    public ClientOrderId Order;
    public OrderNumber Number;
    public Price Limit;
    public Quantity Remaining;

    /// <summary>Lots executed so far, by this order and by those that it replaced.</summary>
    public Quantity Executed;

    public Timestamp Expiry;

    /// <summary>The batch in which it joined its level, and its place by lot among those of the same batch.</summary>
    public long Batch;
    public ulong Lot;

    /// <summary>Neighbours in the queue of its level; 0 is none. <see cref="Next"/> also links the free slots.</summary>
    public int Previous;
    public int Next;

    public RestingOrder(in Request request, Side side, OrderNumber number, Quantity remaining, Quantity executed)
    {
        Participant = request.Participant;
        Instrument = request.Listing.Instrument;
        Side = side;
        Type = request.Type;
        TimeInForce = request.TimeInForce;
        Order = request.Order;
        Number = number;
        Limit = request.Limit;
        Remaining = remaining;
        Executed = executed;
        Expiry = request.TimeInForce == TimeInForce.GoodTillTime ? request.Expiry : Timestamp.Never;
    }

    /// <summary>Whether what does not trade at once waits in a continuous book.</summary>
    public readonly bool Rests =>
        Type == OrderType.Limit && TimeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill);

    /// <summary>Whether the order may trade at a price.</summary>
    public readonly bool Accepts(Price price) => Type == OrderType.Market || Side.Crosses(Limit, price);
}
