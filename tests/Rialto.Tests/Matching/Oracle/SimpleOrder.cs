using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>A live order, with what the rules need to know of it.</summary>
sealed class SimpleOrder(in Request request, Side side, long remaining, long executed)
{
    public ParticipantId Participant { get; } = request.Participant;
    public InstrumentId Instrument { get; } = request.Listing.Instrument;
    public ClientOrderId Name { get; } = request.Order;
    public Side Side { get; } = side;
    public OrderType Type { get; } = request.Type;
    public TimeInForce TimeInForce { get; } = request.TimeInForce;
    public OrderFlags Flags { get; } = request.Flags;
    public Timestamp? Expiry { get; } = request.TimeInForce == TimeInForce.GoodTillTime ? request.Expiry : null;
    public Price Trigger { get; } = request.Trigger;
    public long Offset { get; } = request.Offset.Count;
    public long Displayed { get; } = request.Displayed.Lots;
    public long Minimum { get; } = request.Minimum.Lots;

    public OrderNumber Number { get; set; }
    public long Remaining { get; set; } = remaining;
    public long Executed { get; set; } = executed;

    /// <summary>The worst price; a slide may move it.</summary>
    public Price Limit { get; set; } = request.Limit;

    /// <summary>
    /// Where it stands in the queue of its level, and how many of its lots are shown there. The others are its reserve.
    /// </summary>
    public LinkedListNode<SimpleOrder>? Place { get; set; }
    public long Shown { get; set; }

    /// <summary>For a trailing stop: the best price traded since it was accepted.</summary>
    public Price? Extreme { get; set; }

    /// <summary>The trigger that was met, once it was.</summary>
    public Price? Met { get; set; }

    /// <summary>
    /// When it joined the book, in batches, and its lot among those of the same batch; zero in a continuous auction.
    /// </summary>
    public long Batch { get; set; }
    public ulong Lot { get; set; }

    public bool HasPrice =>
        Type is OrderType.Limit or OrderType.StopLimit or OrderType.MidpointPeg or OrderType.PrimaryPeg;

    public bool IsPeg => Type is OrderType.MidpointPeg or OrderType.PrimaryPeg;

    public bool IsDisplayed => !IsPeg && !Has(OrderFlags.Hidden);

    /// <summary>Whether it waits for a trade at its trigger before it does anything.</summary>
    public bool Waits =>
        Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop or OrderType.MarketIfTouched;

    public bool Rests =>
        HasPrice && TimeInForce is TimeInForce.Day or TimeInForce.GoodTillCanceled or TimeInForce.GoodTillTime;

    /// <summary>The lots that one match can take.</summary>
    public long Open => Place is null ? Remaining : Shown;

    public OrderFlags SelfMatchPrevention => Flags & OrderFlags.SelfMatchPrevention;

    public bool Has(OrderFlags flag) => (Flags & flag) != 0;

    public bool Accepts(Price price) => !HasPrice || Side.Crosses(Limit, price);

    /// <summary>Whether it is passed over by an order that has so many lots left.</summary>
    public bool Declines(long lots) => lots < Math.Min(Minimum, Remaining);

    /// <summary>Whether it must not trade, arriving, with a resting order of its own participant.</summary>
    public bool Avoids(SimpleOrder resting) =>
        SelfMatchPrevention != OrderFlags.None && Participant == resting.Participant;
}
