using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>A venue that anyone can read: the real one must say the same, event by event.</summary>
sealed class SimpleVenue
{
    readonly List<SimpleOrder> _liveOrders = [];
    readonly SimpleAccounts _accounts;
    readonly SimpleListing[] _listings;
    readonly MarketDirectory _directory;
    readonly long[] _lastName;

    public SimpleVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy, Func<InstrumentId, RandomStream> lots)
    {
        _directory = directory;
        _accounts = new SimpleAccounts(directory, policy, _liveOrders);
        _lastName = new long[_accounts.Participants];
        SimpleNumbers numbers = new();
        _listings = [.. rules.Select((rule, i) => Open(rule, new InstrumentId((short)i), numbers, lots))];
    }

    public SimpleAccounts Accounts => _accounts;

    /// <summary>The live orders of a participant, the newest first.</summary>
    public IEnumerable<SimpleOrder> OrdersOf(ParticipantId participant) =>
        _liveOrders.Where(order => order.Participant == participant).Reverse();

    public SimpleListing this[InstrumentId instrument] => _listings[instrument.Value];

    public Timestamp? NextDeadline(InstrumentId instrument) => this[instrument].IsClosed ? null : this[instrument].NextDeadline;

    public MarketEvent[] Apply(in Request request, Timestamp now)
    {
        RejectReason reason = Refusal(request, now);
        if (reason != RejectReason.None)
            return [MarketEvent.Rejected(request, reason)];

        SimpleListing listing = this[request.Listing.Instrument];
        listing.Apply(request);
        return Take(listing);
    }

    public MarketEvent[] Advance(InstrumentId instrument, Timestamp deadline)
    {
        this[instrument].Advance(deadline);
        return Take(this[instrument]);
    }

    public MarketEvent[] Close(InstrumentId instrument)
    {
        if (!this[instrument].IsClosed)
            this[instrument].Close();

        return Take(this[instrument]);
    }

    static MarketEvent[] Take(SimpleListing listing)
    {
        MarketEvent[] events = [.. listing.Events];
        listing.Events.Clear();
        return events;
    }

    SimpleListing Open(InstitutionRules rule, InstrumentId instrument, SimpleNumbers numbers, Func<InstrumentId, RandomStream> lots) =>
        rule is BatchRules batch
            ? new SimpleBatchAuction(instrument, _accounts, _liveOrders, numbers, batch, lots(instrument))
            : new SimpleContinuousAuction(instrument, _accounts, _liveOrders, numbers);

    RejectReason Refusal(Request request, Timestamp now)
    {
        int participant = request.Participant.Value;
        int instrument = request.Listing.Instrument.Value;
        if (participant < 0 || participant >= _lastName.Length)
            return RejectReason.UnknownParticipant;
        if (instrument < 0 || instrument >= _listings.Length)
            return RejectReason.UnknownInstrument;
        if (!Enum.IsDefined(request.Kind))
            return RejectReason.InvalidRequest;

        bool namesNew = request.Kind is RequestKind.Enter or RequestKind.Replace;
        if (namesNew && request.Order.Value <= _lastName[participant])
            return RejectReason.DuplicateClientOrderId;
        if (namesNew)
            _lastName[participant] = request.Order.Value;

        ClientOrderId named = request.Kind == RequestKind.Replace ? request.Replaces : request.Order;
        SimpleOrder? order = _liveOrders.SingleOrDefault(order =>
            order.Participant == request.Participant && order.Name == named && order.Instrument == request.Listing.Instrument);
        if (request.Kind is RequestKind.Replace or RequestKind.Cancel && order is null)
            return RejectReason.UnknownOrder;

        bool hasTerms = request.Kind == RequestKind.Enter || (request.Kind == RequestKind.Replace && request.Quantity > Quantity.Zero);
        RejectReason reason = hasTerms ? TermsRefusal(request, order?.Side ?? request.Side, now) : RejectReason.None;
        return reason == RejectReason.None && _listings[instrument].IsClosed ? RejectReason.Closed : reason;
    }

    RejectReason TermsRefusal(in Request request, Side side, Timestamp now)
    {
        bool isPostOnly = request.Flags == OrderFlags.PostOnly;
        bool isImmediate = request.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        if (!Enum.IsDefined(side) || !Enum.IsDefined(request.Type) || !Enum.IsDefined(request.TimeInForce) || !Enum.IsDefined(request.Flags))
            return RejectReason.InvalidRequest;
        if (isPostOnly && (isImmediate || request.Type == OrderType.Market))
            return RejectReason.InvalidRequest;
        if (request.Quantity.Lots is < 1 or > 1_000_000_000)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (request.Type == OrderType.Limit && !IsPriceValid(request))
            return RejectReason.InvalidPrice;
        if (request.TimeInForce != TimeInForce.FillOrKill)
            return RejectReason.None;

        return _accounts.Policy switch
        {
            SettlementPolicy.ShrinkAtMatch => RejectReason.FillOrKillNotSupported,
            SettlementPolicy.Reserve when request.Type == OrderType.Market => RejectReason.FillOrKillNotSupported,
            _ => RejectReason.None,
        };
    }

    bool IsPriceValid(in Request request)
    {
        Int128 ticks = request.Limit.Ticks;
        Int128 worth = Int128.Abs(ticks) * request.Quantity.Lots * _directory[request.Listing.Instrument].CashPerTick;
        return Int128.Abs(ticks) <= 1_000_000_000_000 && worth <= 1_000_000_000_000_000
            && (ticks >= 0 || _accounts.Policy == SettlementPolicy.Unlimited);
    }
}
