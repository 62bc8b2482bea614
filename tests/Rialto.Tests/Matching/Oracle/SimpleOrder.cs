using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>A live order, with what the rules need to know of it.</summary>
sealed class SimpleOrder(Request request, Side side, long remaining, long executed)
{
    public ParticipantId Participant { get; } = request.Participant;
    public InstrumentId Instrument { get; } = request.Listing.Instrument;
    public ClientOrderId Name { get; } = request.Order;
    public Side Side { get; } = side;
    public OrderType Type { get; } = request.Type;
    public TimeInForce TimeInForce { get; } = request.TimeInForce;
    public Price Limit { get; } = request.Limit;
    public Timestamp? Expiry { get; } = request.TimeInForce == TimeInForce.GoodTillTime ? request.Expiry : null;

    public OrderNumber Number { get; set; }
    public long Remaining { get; set; } = remaining;
    public long Executed { get; set; } = executed;

    /// <summary>When it joined the book, in batches, and its lot among those of the same batch; zero in a continuous auction.</summary>
    public long Batch { get; set; }
    public ulong Lot { get; set; }

    public bool HasPrice => Type == OrderType.Limit;

    public bool Rests => HasPrice && TimeInForce is TimeInForce.Day or TimeInForce.GoodTillCanceled or TimeInForce.GoodTillTime;

    public bool Accepts(Price price) => !HasPrice || (Side == Side.Buy ? price <= Limit : price >= Limit);
}
