using System.Runtime.CompilerServices;
using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What a venue checks before its institution sees a request.</summary>
sealed class Admission(OrderPool pool, Clearing clearing, int instruments)
{
    /// <summary>The largest number of lots that one request may carry, and the largest distance of a price from zero.</summary>
    const long MostLots = 1_000_000_000;
    const long FarthestTicks = 1_000_000_000_000;

    /// <summary>The most cash that an order with a price may move: thousands of such trades still fit into an account.</summary>
    const long LargestCost = 1_000_000_000_000_000;

    readonly long[] _lastOrder = new long[clearing.Participants];

    /// <summary>By instrument: the largest product of ticks and lots.</summary>
    readonly ulong[] _largestTurnover = [.. Enumerable.Range(0, instruments).Select(i => (ulong)(LargestCost / clearing.CashPerTick(new InstrumentId((short)i))))];

    /// <summary>Why an enter request is refused; none if it is not. Uses the request's identifier up.</summary>
    public RejectReason CheckEnter(in Request request, Timestamp now)
    {
        RejectReason reason = CheckAddress(request);
        if (reason == RejectReason.None)
            reason = CheckIdentifier(request);

        return reason == RejectReason.None ? CheckTerms(request, request.Side, now) : reason;
    }

    /// <summary>Why a replace request is refused; none if it is not. Uses the request's identifier up, if it is a new one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">When it arrives.</param>
    /// <param name="replaced">The slot of the live order that it replaces; 0 if there is none.</param>
    public RejectReason CheckReplace(in Request request, Timestamp now, out int replaced)
    {
        replaced = 0;
        RejectReason reason = CheckAddress(request);
        if (reason == RejectReason.None && request.Order.Value != request.Replaces.Value)
            reason = CheckIdentifier(request);
        if (reason != RejectReason.None)
            return reason;
        if (!IsLive(request, request.Replaces, out replaced))
            return RejectReason.UnknownOrder;

        return request.Quantity == Quantity.Zero ? RejectReason.None : CheckTerms(request, pool[replaced].Side, now);
    }

    /// <summary>Why a request that only ends orders is refused; none if it is not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="named">The slot of the live order that it names, if it names one.</param>
    public RejectReason CheckCancel(in Request request, out int named)
    {
        named = 0;
        RejectReason reason = CheckAddress(request);
        if (reason != RejectReason.None)
            return reason;
        if (request.Kind == RequestKind.Cancel)
            return IsLive(request, request.Order, out named) ? RejectReason.None : RejectReason.UnknownOrder;

        bool isSide = request.Kind != RequestKind.CancelSide || request.Side <= Side.Sell;
        return isSide && request.Kind <= RequestKind.Disconnect ? RejectReason.None : RejectReason.InvalidRequest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    RejectReason CheckAddress(in Request request)
    {
        if (unchecked((uint)request.Participant.Value) >= (uint)_lastOrder.Length)
            return RejectReason.UnknownParticipant;

        return unchecked((uint)request.Listing.Instrument.Value) < (uint)instruments ? RejectReason.None : RejectReason.UnknownInstrument;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    RejectReason CheckIdentifier(in Request request)
    {
        ref long last = ref _lastOrder[request.Participant.Value];
        if (request.Order.Value <= last)
            return RejectReason.DuplicateClientOrderId;

        last = request.Order.Value;
        return RejectReason.None;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    RejectReason CheckTerms(in Request request, Side side, Timestamp now)
    {
        bool isPlain = request.Type <= OrderType.Market && (request.Flags & ~OrderFlags.LeavesQuantity) == 0
            && (request.Displayed.Lots | request.Minimum.Lots) == 0;
        if (side > Side.Sell || request.TimeInForce > TimeInForce.FillOrKill || (!isPlain && !OrderTerms.AreConsistent(request)))
            return RejectReason.InvalidRequest;
        if (request.Quantity == Quantity.Zero || request.Quantity.Lots > MostLots)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (OrderTerms.HaveLimit(request.Type) && !IsInRange(request))
            return RejectReason.InvalidPrice;
        if (!isPlain && OrderTerms.Refusal(request, FarthestTicks) is var reason and not RejectReason.None)
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
    bool IsInRange(in Request request)
    {
        Price price = request.Limit;
        if (price.Ticks is < -FarthestTicks or > FarthestTicks)
            return false;
        if (price.Ticks < 0 && clearing.Policy != SettlementPolicy.Unlimited)
            return false;

        // Both factors are in range, but their product may not fit into 64 bits.
        ulong beyond = Math.BigMul((ulong)Math.Abs(price.Ticks), (ulong)request.Quantity.Lots, out ulong turnover);
        return beyond == 0 && turnover <= _largestTurnover[request.Listing.Instrument.Value];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool IsLive(in Request request, ClientOrderId order, out int slot)
    {
        slot = pool.Find(request.Participant, order);
        return slot != 0 && pool[slot].Instrument.Value == request.Listing.Instrument.Value;
    }
}
