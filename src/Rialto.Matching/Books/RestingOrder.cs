using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>An accepted order with something left of it. What only some orders have is kept elsewhere: it is 64 bytes.</summary>
struct RestingOrder
{
    public ClientOrderId Order;
    public OrderNumber Number;
    public Price Limit;
    public Quantity Remaining;

    /// <summary>Lots executed so far, by this order and by those that it replaced.</summary>
    public Quantity Executed;

    /// <summary>Neighbours in the queue of its level; 0 is none. <see cref="Next"/> also links the free slots.</summary>
    public int Previous;
    public int Next;

    public ParticipantId Participant;
    public InstrumentId Instrument;
    public Side Side;
    public OrderType Type;
    public TimeInForce TimeInForce;

    public RestingOrder(in Request request, Side side, Quantity remaining, Quantity executed)
    {
        Participant = request.Participant;
        Instrument = request.Listing.Instrument;
        Side = side;
        Type = request.Type;
        TimeInForce = request.TimeInForce;
        Order = request.Order;
        Limit = request.Limit;
        Remaining = remaining;
        Executed = executed;
    }

    /// <summary>Whether what does not trade at once waits in a continuous book.</summary>
    public readonly bool Rests =>
        Type == OrderType.Limit && TimeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill);

    /// <summary>Whether the order may trade at a price.</summary>
    public readonly bool Accepts(Price price) => Type == OrderType.Market || Side.Crosses(Limit, price);
}
