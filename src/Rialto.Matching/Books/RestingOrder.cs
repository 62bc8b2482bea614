using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// An accepted order with something left of it: a line of the cache. What only some orders have is kept elsewhere.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = Hardware.Line)]
struct RestingOrder
{
    const int TypeBits = 0b0000_0111;
    const int IcebergBit = 0b0000_1000;
    const int TimeInForceShift = 4;
    const int MinimumBit = 0b1000_0000;
    const int FlagsShift = 8;
    const int SideShift = 15;
    const int NotStaying = 0b110 << TimeInForceShift;
    const int HiddenBit = (int)OrderFlags.Hidden << FlagsShift;

    public ClientOrderId Order;
    public OrderNumber Number;
    public Price Limit;

    /// <summary>Lots left; of an iceberg that rests, those that are shown.</summary>
    public int Lots;

    /// <summary>Lots executed so far, by this order and by those that it replaced.</summary>
    public int ExecutedLots;

    /// <summary>Of an order that is reserved for: the cash that is set aside for each lot.</summary>
    public long ReservedPerLot;

    /// <summary>
    /// Neighbours in the queue of its level; 0 is none. <see cref="Next"/> also links the free slots.
    /// </summary>
    public int Previous;
    public int Next;

    /// <summary>The next older order that shares its place in the <see cref="OrderTable"/>; 0 is none.</summary>
    public int Older;

    public uint NameHash;
    public ParticipantId Participant;
    public InstrumentId Instrument;

    /// <summary>
    /// Type, whether it is an iceberg, time in force, whether it has a minimum, flags, side: one word, for one look.
    /// </summary>
    ushort _terms;

    /// <summary>Takes over what a request says. Admission has checked that the lots fit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="side">Its side; a replacement has that of its order.</param>
    /// <param name="limit">Its limit, which the rule of trading may have moved.</param>
    /// <param name="lots">What it has to trade.</param>
    /// <param name="executed">What was executed before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(in Request request, Side side, Price limit, long lots, int executed)
    {
        Order = request.Order;
        Limit = limit;
        Lots = unchecked((int)lots);
        ExecutedLots = executed;
        Participant = request.Participant;
        Instrument = request.Listing.Instrument;
        _terms = unchecked((ushort)((int)request.Type | ((int)request.TimeInForce << TimeInForceShift)
            | ((int)request.Flags << FlagsShift) | ((int)side << SideShift)));
        if (!request.IsWhole)
            SetConditions(request);
    }

    /// <summary>As <see cref="Set"/>, of a request of which nothing is special.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetPlain(in Request request, Side side, long lots, int executed)
    {
        Order = request.Order;
        Limit = request.Limit;
        Lots = unchecked((int)lots);
        ExecutedLots = executed;
        Participant = request.Participant;
        Instrument = request.Listing.Instrument;
        _terms = unchecked((ushort)(((int)request.TimeInForce << TimeInForceShift) | ((int)side << SideShift)));
    }

    public readonly Side Side => unchecked((Side)(_terms >> SideShift));

    public OrderType Type
    {
        readonly get => unchecked((OrderType)(_terms & TypeBits));
        set => _terms = unchecked((ushort)((_terms & ~TypeBits) | (int)value));
    }

    public readonly TimeInForce TimeInForce => unchecked((TimeInForce)((_terms >> TimeInForceShift) & 0b111));

    public readonly OrderFlags SelfMatchPrevention =>
        unchecked((OrderFlags)(_terms >> FlagsShift)) & OrderFlags.SelfMatchPrevention;

    public readonly bool IsIceberg => (_terms & IcebergBit) != 0;

    public readonly bool HasMinimum => (_terms & MinimumBit) != 0;

    /// <summary>Whether it has something that stands in its <see cref="SpecialTerms"/>.</summary>
    public readonly bool IsSpecial => (_terms & (IcebergBit | MinimumBit | (TypeBits & ~(int)OrderType.Market))) != 0;

    /// <summary>Of a plain order: whether what does not trade at once rests.</summary>
    public readonly bool Stays => (_terms & NotStaying) == 0;

    /// <summary>Whether it stands at a level, all of it displayed.</summary>
    public readonly bool IsInSight => (_terms & (TypeBits | IcebergBit | HiddenBit)) == 0;

    public readonly bool IsPeg => Type >= OrderType.MidpointPeg;

    /// <summary>Whether it waits outside the book for a price to trade.</summary>
    public readonly bool Waits => Type is >= OrderType.Stop and <= OrderType.MarketIfTouched;

    /// <summary>Whether everybody sees it where it rests.</summary>
    public readonly bool IsDisplayed => (_terms & (HiddenBit | (TypeBits & ~(int)OrderType.Market))) == 0;

    /// <summary>Whether it names the worst price at which it trades.</summary>
    public readonly bool HasLimit =>
        Type is OrderType.Limit or OrderType.StopLimit or OrderType.MidpointPeg or OrderType.PrimaryPeg;

    public readonly Quantity Remaining => new(Lots);

    /// <summary>Whether what does not trade at once waits in a continuous book.</summary>
    public readonly bool Rests =>
        Type != OrderType.Market && TimeInForce is not (TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill);

    void SetConditions(in Request request)
    {
        if (request.Displayed.Lots > 0 && request.Displayed < request.Quantity)
            _terms |= IcebergBit;
        if (request.Minimum.Lots > 1)
            _terms |= MinimumBit;
    }
}
