using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>An accepted order with something left of it. What only some orders have is kept elsewhere: it is 48 bytes.</summary>
struct RestingOrder
{
    const byte TypeBits = 0b0000_0111;
    const byte IcebergBit = 0b0000_1000;
    const int TimeInForceShift = 4;
    const byte MinimumBit = 0b1000_0000;
    const byte SellBit = 0b1000_0000;

    public ClientOrderId Order;
    public OrderNumber Number;
    public Price Limit;

    /// <summary>Lots left; of an iceberg that rests, those that are shown.</summary>
    public int Lots;

    /// <summary>Lots executed so far, by this order and by those that it replaced.</summary>
    public int ExecutedLots;

    /// <summary>Neighbours in the queue of its level; 0 is none. <see cref="Next"/> also links the free slots.</summary>
    public int Previous;
    public int Next;

    public ParticipantId Participant;
    public InstrumentId Instrument;

    /// <summary>Type, whether it is an iceberg, time in force, whether it has a minimum.</summary>
    byte _kind;

    /// <summary>Flags, and the side.</summary>
    byte _flags;

    /// <summary>Takes over what a request says. Admission has checked that the lots fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(in Request request, Side side, long lots, int executed)
    {
        Order = request.Order;
        Limit = request.Limit;
        Lots = unchecked((int)lots);
        ExecutedLots = executed;
        Participant = request.Participant;
        Instrument = request.Listing.Instrument;
        _kind = unchecked((byte)((byte)request.Type | ((byte)request.TimeInForce << TimeInForceShift)));
        _flags = unchecked((byte)((byte)request.Flags | ((int)side << 7)));
        if (request.Displayed.Lots > 0 && request.Displayed < request.Quantity)
            _kind |= IcebergBit;
        if (request.Minimum.Lots > 1)
            _kind |= MinimumBit;
    }

    public readonly Side Side => unchecked((Side)(_flags >> 7));

    public OrderType Type
    {
        readonly get => unchecked((OrderType)(_kind & TypeBits));
        set => _kind = (byte)((_kind & ~TypeBits) | (byte)value);
    }

    public readonly TimeInForce TimeInForce => unchecked((TimeInForce)((_kind >> TimeInForceShift) & 0b111));

    public readonly OrderFlags Flags => (OrderFlags)(_flags & ~SellBit);

    public readonly OrderFlags SelfMatchPrevention => (OrderFlags)_flags & OrderFlags.SelfMatchPrevention;

    public readonly bool IsIceberg => (_kind & IcebergBit) != 0;

    public readonly bool HasMinimum => (_kind & MinimumBit) != 0;

    /// <summary>Whether it has something that stands in its <see cref="SpecialTerms"/>.</summary>
    public readonly bool IsSpecial => (_kind & (IcebergBit | MinimumBit | (TypeBits & ~(byte)OrderType.Market))) != 0;

    /// <summary>Whether it is an order at a limit that rests as it is until it is canceled: as most are.</summary>
    public readonly bool IsPlain =>
        (_kind & ~((byte)TimeInForce.GoodTillCanceled << TimeInForceShift)) == 0 && (_flags & (byte)OrderFlags.Hidden) == 0;

    public readonly bool IsPeg => Type >= OrderType.MidpointPeg;

    /// <summary>Whether it waits outside the book for a price to trade.</summary>
    public readonly bool Waits => Type is >= OrderType.Stop and <= OrderType.MarketIfTouched;

    /// <summary>Whether everybody sees it where it rests.</summary>
    public readonly bool IsDisplayed => (_kind & TypeBits) <= (byte)OrderType.Market && (_flags & (byte)OrderFlags.Hidden) == 0;

    /// <summary>Whether it names the worst price at which it trades.</summary>
    public readonly bool HasLimit => Type is OrderType.Limit or OrderType.StopLimit or OrderType.MidpointPeg or OrderType.PrimaryPeg;

    public readonly Quantity Remaining => new(Lots);

    public readonly Quantity Executed => new(ExecutedLots);

    /// <summary>Whether what does not trade at once waits in a continuous book.</summary>
    public readonly bool Rests =>
        Type != OrderType.Market && TimeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill);

    /// <summary>Whether the order may trade at a price.</summary>
    public readonly bool Accepts(Price price) => Type == OrderType.Market || Side.Crosses(Limit, price);
}
