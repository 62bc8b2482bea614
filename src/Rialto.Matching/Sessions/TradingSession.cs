using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>
/// Moves a listing through its trading states, around the institution by which it trades continuously.
/// </summary>
/// <remarks>
/// Orders that were collected trade in a call auction before continuous trading goes on, and before the listing is
/// closed. From one state in which orders are collected to another they are carried over: an interruption that lasts
/// into the closing auction becomes part of it. A halt outlasts every phase of the schedule but
/// <see cref="TradingState.Closed"/>.
/// </remarks>
sealed class TradingSession : IInstitution
{
    readonly Book _book;
    readonly ISuspendable _inner;
    readonly ScheduledRules _rules;
    readonly RandomStream? _random;
    readonly PriceMonitor _prices;
    readonly Uncrossing _uncrossing;
    readonly Indicator _indicator;
    TradingState _state;
    TradingState _planned;
    long _phase;
    Timestamp? _nextPhase;
    Timestamp? _callEnd;
    bool _hasCollected;
    Timestamp _now;

    /// <param name="book">The listing's book.</param>
    /// <param name="inner">By which it trades continuously.</param>
    /// <param name="rules">When, and what else.</param>
    /// <param name="random">Puts off the ends of interruptions; null if there are no bands.</param>
    public TradingSession(Book book, ISuspendable inner, ScheduledRules rules, RandomStream? random)
    {
        (_book, _inner, _rules, _random) = (book, inner, rules, random);
        _prices = new PriceMonitor(rules.Bands, book, IsDisplayed);
        _uncrossing = new Uncrossing(book, rules.Rationing);
        _indicator = new Indicator(book);
        _state = _planned = rules.Schedule is null ? TradingState.Continuous : TradingState.Closed;
        _nextPhase = rules.Schedule?[0]?.Start;
        book.Prices = _prices;
        book.KeepPublished();
        if (_state == TradingState.Closed)
            book.Suspend(isDisplayed: true);
    }

    public Timestamp? NextDeadline => CallAuction.Earlier(
        _state == TradingState.Continuous ? _inner.NextDeadline : _book.NextExpiry,
        CallAuction.Earlier(_callEnd, _nextPhase));

    bool IsDisplayed => _rules.Display == BookDisplay.Open;

    /// <summary>A session for a listing that has traded without one until now.</summary>
    public static TradingSession Around(IInstitution institution, Book book)
    {
        ScheduledRules always = new()
        {
            Inner = new ContinuousRules(),
            Display = institution is ContinuousDoubleAuction ? BookDisplay.Open : BookDisplay.Closed,
        };
        return new TradingSession(book, (ISuspendable)institution, always, null);
    }

    public void Enter(in Request request, Timestamp now, EventBuffer events)
    {
        RejectReason refusal = StateRules.Refusal(_state, request);
        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return;
        }

        _inner.Enter(request, now, events);
        Follow(now, events);
    }

    public void Replace(in Request request, int replaced, Timestamp now, EventBuffer events)
    {
        RejectReason refusal = StateRules.Refusal(_state, request);
        if (refusal != RejectReason.None)
        {
            events.Rejected(request, refusal);
            return;
        }

        _inner.Replace(request, replaced, now, events);
        Follow(now, events);
    }

    public void Cancel(in Request request, int named, Timestamp now, EventBuffer events)
    {
        _inner.Cancel(request, named, now, events);
        Follow(now, events);
    }

    public void Refer(Price? bid, Price? ask, Timestamp now, EventBuffer events)
    {
        _inner.Refer(bid, ask, now, events);
        Follow(now, events);
    }

    public void Stop(ParticipantId participant, EventBuffer events)
    {
        _inner.Stop(participant, events);
        Follow(_now, events);
    }

    public void Advance(Timestamp deadline, EventBuffer events)
    {
        // A phase ends before the instant at which the next one begins.
        if (_state != TradingState.Continuous || _nextPhase <= deadline)
            _book.Expire(deadline, events);
        else if (_inner.NextDeadline <= deadline)
            _inner.Advance(deadline, events);

        if (_nextPhase <= deadline)
            BeginPhase(deadline, events);
        else if (_callEnd <= deadline)
            Trade(deadline, events);

        Follow(deadline, events);
    }

    /// <summary>Stops trading until <see cref="Resume"/>.</summary>
    public void Halt(Timestamp now, EventBuffer events)
    {
        if (_state is not (TradingState.Closed or TradingState.Halted))
            Collect(TradingState.Halted, null, events);
    }

    /// <summary>Ends a halt: by an auction if trading is planned now, or else by whatever is.</summary>
    public void Resume(Timestamp now, EventBuffer events)
    {
        if (_state != TradingState.Halted)
            return;

        if (_planned != TradingState.Continuous)
            Collect(_planned, null, events);
        else if (_rules.Reopening > Duration.Zero)
            Collect(TradingState.ReopeningAuction, now + _rules.Reopening, events);
        else
            Trade(now, events);
    }

    /// <summary>Holds an auction now: that of a call market, or the one that ends an interruption or a halt.</summary>
    public void Call(Timestamp now, EventBuffer events)
    {
        if (_state == TradingState.Continuous && _inner is CallAuction auction)
            auction.Call(events);
        else if (_callEnd is not null)
            Trade(now, events);
    }

    public void Close(EventBuffer events)
    {
        if (_state == TradingState.Closed)
            return;

        bool isCrossed = !_book.Bids.IsApartFrom(_book.Asks);
        if (isCrossed)
            _book.Suspend(isDisplayed: false);

        _book.MassCancel.Unpriced(CancelReason.Closed, events);
        _inner.Close(events);
        if (isCrossed)
            _book.Hide(events); // Nothing more will match.
    }

    void BeginPhase(Timestamp now, EventBuffer events)
    {
        _planned = _rules.Schedule![_phase++]!.Value.State;
        _nextPhase = _rules.Schedule[_phase]?.Start;
        if (_planned == TradingState.Closed)
            CloseDay(events);
        else if (_planned == TradingState.Continuous && _state is not (TradingState.Halted or TradingState.Continuous))
            Trade(now, events);
        else if (_state != TradingState.Halted && _planned != _state)
            Collect(_planned, null, events);
    }

    /// <summary>Stops trading, and collects orders unless it is a halt.</summary>
    void Collect(TradingState state, Timestamp? end, EventBuffer events)
    {
        (_state, _callEnd) = (state, end);
        _hasCollected |= state != TradingState.Halted;
        events.StateChanged(state);
        _book.Suspend(IsDisplayed);
        if (!IsDisplayed)
            _book.Hide(events);

        _indicator.Clear();
        Show(events);
    }

    /// <summary>Lets the orders collected trade at one price, then trades continuously.</summary>
    void Trade(Timestamp now, EventBuffer events)
    {
        bool isUncrossed = _hasCollected;
        Price? price = isUncrossed ? Uncross(events) : null;
        (_state, _callEnd) = (TradingState.Continuous, null);
        events.StateChanged(_state);
        _book.Resume();
        _prices.Resume();
        _inner.Resume(price, now, events);
        if (isUncrossed)
            _book.Publish(events);

        Follow(now, events);
    }

    void CloseDay(EventBuffer events)
    {
        if (_state == TradingState.Closed)
            return;

        // In a halt nothing trades, so what was collected waits for the next auction.
        if (_hasCollected && _state != TradingState.Halted)
            Uncross(events);
        if (!_hasCollected)
            _book.Resume();

        _book.MassCancel.Unpriced(CancelReason.Closed, events);
        _inner.Close(events);
        (_state, _callEnd) = (TradingState.Closed, null);
        // A batch auction has hidden its book.
        _book.Suspend(_inner is ContinuousDoubleAuction && (IsDisplayed || !_hasCollected));
        events.StateChanged(_state);
    }

    Price? Uncross(EventBuffer events)
    {
        AuctionPoint? cleared;
        bool isCrossed;
        do
        {
            cleared = _uncrossing.Run(_prices.Last, events);
            if (cleared is { } point)
            {
                _book.NoteTrade(point.Price);
                _prices.OnAuction(point.Price);
            }

            // What icebergs show anew may meet the rest: then in another auction.
            isCrossed = !_book.Bids.IsApartFrom(_book.Asks);
            if (!isCrossed)
                _book.MassCancel.Unpriced(CancelReason.Immediate, events);

            events.AuctionEnded(cleared?.Price ?? default, cleared?.Paired ?? Quantity.Zero);
        }
        while (isCrossed);

        _hasCollected = false;
        return cleared?.Price;
    }

    /// <summary>
    /// What a step means for the session: that trading is interrupted, or where the auction would clear now.
    /// </summary>
    void Follow(Timestamp now, EventBuffer events)
    {
        _now = now;
        if (_state != TradingState.Continuous)
        {
            Show(events);
            return;
        }

        _prices.Settle();
        if (_prices.IsInterrupted)
        {
            Timestamp end = now + _rules.Bands!.Interruption + RandomEnd(_rules.Bands.RandomEnd);
            Collect(TradingState.VolatilityAuction, end, events);
        }
    }

    void Show(EventBuffer events)
    {
        _book.Publish(events);
        if (_rules.Display == BookDisplay.Indicative && StateRules.IsAuction(_state))
            _indicator.Show(_prices.Last, events);
        (_inner as CallAuction)?.Show(events);
    }

    Duration RandomEnd(Duration longest) =>
        longest > Duration.Zero ? new Duration(_random!.NextBetween(0, longest.Nanoseconds)) : Duration.Zero;
}
