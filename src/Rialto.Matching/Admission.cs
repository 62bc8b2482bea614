using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What a venue checks before its institution sees a request.</summary>
sealed class Admission(OrderPool pool, Clearing clearing, PriceRange range, int instruments)
{
    /// <summary>The largest number of lots that one request may carry.</summary>
    public const long MostLots = 1_000_000_000;

    /// <summary>Stands for the side of an order that is replaced: it has one, whatever the request says.</summary>
    const Side SideOfReplaced = default;

    readonly long[] _lastOrder = new long[clearing.Participants];

    /// <summary>Whether the venue knows who sends a request, and where to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows(in Request request) =>
        unchecked((uint)request.Participant.Value < (uint)_lastOrder.Length
            && (uint)request.Listing.Instrument.Value < (uint)instruments);

    /// <summary>
    /// Whether the price and quantity of a plain order are such as nobody refuses. One glance; many others are right
    /// too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBeyondDoubt(in Request request) =>
        unchecked((ulong)(request.Quantity.Lots - 1)) < MostLots && range.TakesAnyOf(request.Limit);

    /// <summary>Uses up the name of a new order, unless it was. The request's sender is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryName(in Request request)
    {
        ref long last = ref Hardware.At(_lastOrder, request.Participant.Value);
        if (request.Order.Value <= last)
            return false;

        last = request.Order.Value;
        return true;
    }

    /// <summary>
    /// Why a request is refused as soon as it arrives: for who sends it, where to, or its identifier, which is used up.
    /// </summary>
    public RejectReason CheckSender(in Request request)
    {
        if (unchecked((uint)request.Participant.Value >= (uint)_lastOrder.Length))
            return RejectReason.UnknownParticipant;
        if (!Knows(request))
            return RejectReason.UnknownInstrument;

        bool hasNewName = request.Kind == RequestKind.Enter
            || (request.Kind == RequestKind.Replace && request.Order.Value != request.Replaces.Value);
        return hasNewName && !TryName(request) ? RejectReason.DuplicateClientOrderId : RejectReason.None;
    }

    /// <summary>
    /// Why an enter request is refused when it is applied; none if it is not. Its sender was checked.
    /// </summary>
    public RejectReason CheckEnter(in Request request, Timestamp now) => CheckTerms(request, request.Side, now);

    /// <summary>
    /// Why a replace request is refused when it is applied; none if it is not. Its sender was checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="now">When it is applied.</param>
    /// <param name="replaced">The slot of the live order that it replaces; 0 if there is none.</param>
    public RejectReason CheckReplace(in Request request, Timestamp now, out int replaced)
    {
        if (!IsLive(request, request.Replaces, out replaced))
            return RejectReason.UnknownOrder;

        return request.Quantity == Quantity.Zero ? RejectReason.None : CheckTerms(request, SideOfReplaced, now);
    }

    /// <summary>
    /// Why a request that only ends orders is refused when it is applied; none if it is not. Its sender was checked.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The slot of the live order that it names, if it names one.</param>
    public RejectReason CheckCancel(in Request request, out int named)
    {
        named = 0;
        if (request.Kind == RequestKind.Cancel)
            return IsLive(request, request.Order, out named) ? RejectReason.None : RejectReason.UnknownOrder;

        bool isSide = request.Kind != RequestKind.CancelSide || request.Side <= Side.Sell;
        return isSide && request.Kind <= RequestKind.Disconnect ? RejectReason.None : RejectReason.InvalidRequest;
    }

    RejectReason CheckTerms(in Request request, Side side, Timestamp now)
    {
        bool isPlain =
            request.Type <= OrderType.Market && (request.Flags & ~OrderFlags.LeavesQuantity) == 0 && request.IsWhole;
        if (side > Side.Sell
            || request.TimeInForce > TimeInForce.FillOrKill
            || (!isPlain && !OrderTerms.AreConsistent(request)))
            return RejectReason.InvalidRequest;
        if (request.Quantity == Quantity.Zero || request.Quantity.Lots > MostLots)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (OrderTerms.HaveLimit(request.Type)
            && !range.Takes(request.Listing.Instrument, request.Limit, request.Quantity.Lots))
            return RejectReason.InvalidPrice;
        if (!isPlain && OrderTerms.Refusal(request, PriceRange.FarthestTicks) is var reason and not RejectReason.None)
            return reason;

        bool maybeShort = clearing.Policy == SettlementPolicy.ShrinkAtMatch
            || (clearing.Policy == SettlementPolicy.Reserve && !OrderTerms.HaveLimit(request.Type));
        if (!maybeShort)
            return RejectReason.None;
        if (request.TimeInForce == TimeInForce.FillOrKill)
            return RejectReason.FillOrKillNotSupported;

        return request.Minimum.Lots > 1 ? RejectReason.OrderTypeNotSupported : RejectReason.None;
    }

    bool IsLive(in Request request, ClientOrderId order, out int slot)
    {
        slot = pool.Find(request.Participant, order);
        return slot != 0 && pool[slot].Instrument.Value == request.Listing.Instrument.Value;
    }
}
