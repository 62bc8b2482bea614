using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>A venue that anyone can read: the real one must say the same, event by event.</summary>
sealed class SimpleVenue : ITestedVenue
{
    const long FarthestTicks = 1_000_000_000_000;

    const OrderFlags KnownFlags =
        OrderFlags.PostOnly | OrderFlags.Slide | OrderFlags.Hidden | OrderFlags.LeavesQuantity
        | OrderFlags.SelfMatchPrevention;

    readonly SimpleOrders _liveOrders = new();
    readonly SimpleListing[] _listings;
    readonly SimpleNumbers _numbers = new();
    readonly long[] _lastName;

    public SimpleVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy,
        Func<InstrumentId, RandomStream> lots)
    {
        Accounts = new SimpleAccounts(directory, policy, _liveOrders);
        _lastName = new long[Accounts.Participants];
        _listings = [.. rules.Select((rule, i) => Open(rule, new InstrumentId((short)i), lots))];
    }

    public EventBuffer Events { get; } = new() { Classes = EventClasses.All };

    public SimpleAccounts Accounts { get; }

    /// <summary>The live orders of a participant, the newest first.</summary>
    public IEnumerable<SimpleOrder> OrdersOf(ParticipantId participant) =>
        _liveOrders.All.Where(order => order.Participant == participant).OrderByDescending(order => order.Number.Value);

    public SimpleListing this[InstrumentId instrument] => _listings[instrument.Value];

    public Timestamp? NextDeadline(InstrumentId instrument) =>
        this[instrument].IsClosed ? null : this[instrument].NextDeadline;

    public Level[] Levels(InstrumentId instrument, Side side) => this[instrument].Levels(side);

    public long CashOf(ParticipantId participant) => Accounts.CashOf(participant.Value);

    public long LotsOf(ParticipantId participant, InstrumentId instrument) =>
        Accounts.LotsOf(participant.Value, instrument.Value);

    public void Apply(in Request request, Timestamp now)
    {
        Events.Clear();
        RejectReason reason = Refusal(request, now);
        if (reason != RejectReason.None)
            Events.Rejected(request, reason);
        else
            this[request.Listing.Instrument].Apply(request);
    }

    public void Advance(InstrumentId instrument, Timestamp deadline)
    {
        Events.Clear();
        this[instrument].Advance(deadline);
    }

    public void Refer(InstrumentId instrument, Price? bid, Price? ask, Timestamp now)
    {
        Events.Clear();
        this[instrument].Refer(bid, ask);
    }

    public void Close(InstrumentId instrument)
    {
        Events.Clear();
        if (!this[instrument].IsClosed)
            this[instrument].Close();
    }

    SimpleListing Open(InstitutionRules rule, InstrumentId instrument, Func<InstrumentId, RandomStream> lots) =>
        rule switch
        {
            BatchRules batch =>
                new SimpleBatchAuction(instrument, Accounts, _liveOrders, _numbers, Events, batch, lots(instrument)),
            ContinuousRules continuous =>
                new SimpleContinuousAuction(instrument, Accounts, _liveOrders, _numbers, Events, continuous),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };

    RejectReason Refusal(in Request request, Timestamp now)
    {
        int participant = request.Participant.Value;
        int instrument = request.Listing.Instrument.Value;
        if (participant < 0 || participant >= _lastName.Length)
            return RejectReason.UnknownParticipant;
        if (instrument < 0 || instrument >= _listings.Length)
            return RejectReason.UnknownInstrument;
        if (request.Kind > RequestKind.Disconnect
            || (request.Kind == RequestKind.CancelSide && request.Side > Side.Sell))
            return RejectReason.InvalidRequest;

        bool isReplace = request.Kind == RequestKind.Replace;
        bool keepsName = isReplace && request.Order == request.Replaces;
        bool namesNew = request.Kind == RequestKind.Enter || (isReplace && !keepsName);
        if (namesNew && request.Order.Value <= _lastName[participant])
            return RejectReason.DuplicateClientOrderId;
        if (namesNew)
            _lastName[participant] = request.Order.Value;

        SimpleOrder? named = _liveOrders.Find(request.Participant, isReplace ? request.Replaces : request.Order);
        if ((isReplace || request.Kind == RequestKind.Cancel) && named?.Instrument != request.Listing.Instrument)
            return RejectReason.UnknownOrder;

        bool hasTerms = request.Kind == RequestKind.Enter || (isReplace && request.Quantity > Quantity.Zero);
        RejectReason reason = hasTerms
            ? TermsRefusal(request, isReplace ? named!.Side : request.Side, now)
            : RejectReason.None;
        return reason == RejectReason.None && _listings[instrument].IsClosed ? RejectReason.Closed : reason;
    }

    RejectReason TermsRefusal(in Request request, Side side, Timestamp now)
    {
        bool isPeg = request.Type is OrderType.MidpointPeg or OrderType.PrimaryPeg;
        bool waits = request.Type
            is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop or OrderType.MarketIfTouched;
        bool hasPrice = isPeg || request.Type is OrderType.Limit or OrderType.StopLimit;
        bool isHidden = isPeg || (request.Flags & OrderFlags.Hidden) != 0;
        bool isImmediate = request.TimeInForce is TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill;
        if (side > Side.Sell || request.Type > OrderType.PrimaryPeg || request.TimeInForce > TimeInForce.FillOrKill
            || !AreFlagsValid(request, isImmediate) || (waits && !IsPlain(request)))
            return RejectReason.InvalidRequest;
        if (request.Quantity.Lots is < 1 or > 1_000_000_000)
            return RejectReason.InvalidQuantity;
        if (request.TimeInForce == TimeInForce.GoodTillTime && request.Expiry <= now)
            return RejectReason.InvalidExpiry;
        if (hasPrice && !Accounts.Takes(request.Listing.Instrument, request.Limit, request.Quantity.Lots))
            return RejectReason.InvalidPrice;
        if (waits && request.Type != OrderType.TrailingStop
            && request.Trigger.Ticks is < -FarthestTicks or > FarthestTicks)
            return RejectReason.InvalidTrigger;
        if ((isPeg && request.Offset.Count < 0) || (request.Type == OrderType.TrailingStop && request.Offset.Count < 1)
            || ((isPeg || request.Type == OrderType.TrailingStop) && request.Offset.Count > 1_000_000_000))
            return RejectReason.InvalidOffset;

        bool canShowParts = request.Type == OrderType.Limit && !isHidden && !isImmediate;
        if (request.Displayed > Quantity.Zero && (!canShowParts || request.Displayed > request.Quantity))
            return RejectReason.InvalidDisplayedQuantity;

        bool hasMinimum = request.Minimum > Quantity.One;
        bool mayHaveMinimum = isHidden || request.TimeInForce == TimeInForce.ImmediateOrCancel;
        if (hasMinimum && (!mayHaveMinimum || request.Minimum > request.Quantity))
            return RejectReason.InvalidMinimumQuantity;

        bool maybeCut = Accounts.Policy == SettlementPolicy.ShrinkAtMatch
            || (Accounts.Policy == SettlementPolicy.Reserve && !hasPrice);
        if (maybeCut && request.TimeInForce == TimeInForce.FillOrKill)
            return RejectReason.FillOrKillNotSupported;

        return maybeCut && hasMinimum ? RejectReason.OrderTypeNotSupported : RejectReason.None;
    }

    static bool AreFlagsValid(in Request request, bool isImmediate)
    {
        OrderFlags selfMatch = request.Flags & OrderFlags.SelfMatchPrevention;
        bool isPostOnly = (request.Flags & OrderFlags.PostOnly) != 0;
        return (request.Flags & ~KnownFlags) == 0
            && (isPostOnly || (request.Flags & OrderFlags.Slide) == 0)
            && !(isPostOnly && (isImmediate || request.Type == OrderType.Market))
            && selfMatch is OrderFlags.None or OrderFlags.CancelIncoming or OrderFlags.CancelResting
                or OrderFlags.CancelBoth or OrderFlags.Decrement;
    }

    /// <summary>
    /// An order that waits becomes a plain one: it has no instructions but about self-match and replacement.
    /// </summary>
    static bool IsPlain(in Request request) =>
        (request.Flags & ~(OrderFlags.SelfMatchPrevention | OrderFlags.LeavesQuantity)) == 0
        && request.Displayed == Quantity.Zero && request.Minimum == Quantity.Zero;
}
