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

    /// <summary>Why a request is refused as soon as it arrives: for who sends it, where to, or its identifier, which is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason CheckSender(in Request request)
    {
        long[] lastOrder = _lastOrder;
        int participant = request.Participant.Value;
        if (unchecked((uint)participant) >= (uint)lastOrder.Length)
            return RejectReason.UnknownParticipant;
        if (unchecked((uint)request.Listing.Instrument.Value >= (uint)instruments))
            return RejectReason.UnknownInstrument;

        bool hasNewName = request.Kind == RequestKind.Enter
            || (request.Kind == RequestKind.Replace && request.Order.Value != request.Replaces.Value);
        if (!hasNewName)
            return RejectReason.None;
        if (request.Order.Value <= lastOrder[participant])
            return RejectReason.DuplicateClientOrderId;

        lastOrder[participant] = request.Order.Value;
        return RejectReason.None;
    }

    /// <summary>Why an enter request is refused when it is applied; none if it is not. Its sender was checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason CheckEnter(in Request request, Timestamp now) => CheckTerms(request, request.Side, now);

    /// <summary>Why a replace request is refused when it is applied; none if it is not. Its sender was checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">When it is applied.</param>
    /// <param name="replaced">The slot of the live order that it replaces; 0 if there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason CheckReplace(in Request request, Timestamp now, out int replaced)
    {
        if (!IsLive(request, request.Replaces, out replaced))
            return RejectReason.UnknownOrder;

        return request.Quantity == Quantity.Zero ? RejectReason.None : CheckTerms(request, SideOfReplaced, now);
    }

    /// <summary>Why a request that only ends orders is refused when it is applied; none if it is not. Its sender was checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The slot of the live order that it names, if it names one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RejectReason CheckCancel(in Request request, out int named)
    {
        named = 0;
        if (request.Kind == RequestKind.Cancel)
            return IsLive(request, request.Order, out named) ? RejectReason.None : RejectReason.UnknownOrder;

        bool isSide = request.Kind != RequestKind.CancelSide || request.Side <= Side.Sell;
        return isSide && request.Kind <= RequestKind.Disconnect ? RejectReason.None : RejectReason.InvalidRequest;
    }

    /// <summary>Lets the many pass of which nothing is in doubt, at one glance, and looks at the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    RejectReason CheckTerms(in Request request, Side side, Timestamp now)
    {
        bool isBeyondDoubt = request.IsPlain && side <= Side.Sell
            && unchecked((ulong)(request.Quantity.Lots - 1)) < MostLots && range.TakesAnyOf(request.Limit);
        return isBeyondDoubt ? RejectReason.None : CheckDoubtful(request, side, now);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    RejectReason CheckDoubtful(in Request request, Side side, Timestamp now)
    {
        bool isPlain = request.Type <= OrderType.Market && (request.Flags & ~OrderFlags.LeavesQuantity) == 0 && request.IsWhole;
        if (side > Side.Sell || request.TimeInForce > TimeInForce.FillOrKill || (!isPlain && !OrderTerms.AreConsistent(request)))
            return RejectReason.InvalidRequest;
        if (request.Quantity == Quantity.Zero || request.Quantity.Lots > MostLots)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (OrderTerms.HaveLimit(request.Type) && !range.Takes(request.Listing.Instrument, request.Limit, request.Quantity.Lots))
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool IsLive(in Request request, ClientOrderId order, out int slot)
    {
        slot = pool.Find(request.Participant, order);
        return slot != 0 && pool[slot].Instrument.Value == request.Listing.Instrument.Value;
    }
}
