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

    /// <summary>Why a request is refused as soon as it arrives: for who sends it, where to, or its identifier, which is used up.</summary>
    public RejectReason CheckSender(in Request request)
    {
        if (request.Participant.Value < 0 || request.Participant.Value >= _lastOrder.Length)
            return RejectReason.UnknownParticipant;
        if (request.Listing.Instrument.Value < 0 || request.Listing.Instrument.Value >= instruments)
            return RejectReason.UnknownInstrument;

        bool hasNewName = request.Kind == RequestKind.Enter
            || (request.Kind == RequestKind.Replace && request.Order != request.Replaces);
        return hasNewName ? CheckIdentifier(request) : RejectReason.None;
    }

    /// <summary>Why a request is refused when it is applied; <see cref="RejectReason.None"/> if it is not.</summary>
    /// <param name="request">The request, whose sender was checked.</param>
    /// <param name="now">When it is applied.</param>
    /// <param name="named">The slot of the live order that it cancels or replaces; 0 if there is none.</param>
    public RejectReason Check(in Request request, Timestamp now, out int named)
    {
        named = 0;
        return request.Kind switch
        {
            RequestKind.Enter => CheckTerms(request, request.Side, now),
            RequestKind.Replace => CheckReplace(request, now, out named),
            RequestKind.Cancel => IsLive(request, request.Order, out named) ? RejectReason.None : RejectReason.UnknownOrder,
            RequestKind.CancelAll => RejectReason.None,
            _ => RejectReason.InvalidRequest,
        };
    }

    RejectReason CheckReplace(in Request request, Timestamp now, out int replaced)
    {
        if (!IsLive(request, request.Replaces, out replaced))
            return RejectReason.UnknownOrder;

        return request.Quantity == Quantity.Zero ? RejectReason.None : CheckTerms(request, pool[replaced].Side, now);
    }

    RejectReason CheckIdentifier(in Request request)
    {
        ref long last = ref _lastOrder[request.Participant.Value];
        if (request.Order.Value <= last)
            return RejectReason.DuplicateClientOrderId;

        last = request.Order.Value;
        return RejectReason.None;
    }

    RejectReason CheckTerms(in Request request, Side side, Timestamp now)
    {
        bool isImmediate = request.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        bool isPostOnly = (request.Flags & OrderFlags.PostOnly) != 0;
        if (side > Side.Sell || request.Type > OrderType.Market || request.TimeInForce > TimeInForce.FillOrKill
            || (request.Flags & ~OrderFlags.PostOnly) != 0
            || (isPostOnly && (isImmediate || request.Type == OrderType.Market)))
            return RejectReason.InvalidRequest;
        if (request.Quantity == Quantity.Zero || request.Quantity.Lots > MostLots)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (request.Type == OrderType.Limit && !IsInRange(request))
            return RejectReason.InvalidPrice;

        bool maybeShort = clearing.Policy == SettlementPolicy.ShrinkAtMatch
            || (clearing.Policy == SettlementPolicy.Reserve && request.Type == OrderType.Market);
        return maybeShort && request.TimeInForce == TimeInForce.FillOrKill
            ? RejectReason.FillOrKillNotSupported
            : RejectReason.None;
    }

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

    bool IsLive(in Request request, ClientOrderId order, out int slot)
    {
        slot = pool.Find(request.Participant, order);
        return slot != 0 && pool[slot].Instrument.Value == request.Listing.Instrument.Value;
    }
}
