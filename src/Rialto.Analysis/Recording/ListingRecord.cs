using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What one listing showed during a run, in bounded memory.</summary>
/// <remarks>
/// The state of the book is taken between steps. What a listing shows at one instant only, and what it shows from the
/// close of its session or from the end of the horizon on, lasted for no time: it has no part in series and means.
/// </remarks>
sealed class ListingRecord
{
    /// <summary>The spans of a thinned series: about one per pixel of a chart.</summary>
    public const int SeriesSpans = 720;

    /// <summary>Of more pauses than these, the later ones are not kept.</summary>
    const int MostPauses = 400;

    readonly Horizon _horizon;
    readonly DisplayedBook _book = new();
    readonly TimeGrid _sampling;
    readonly List<MarketSample> _samples = [];
    readonly List<TradingPause> _pauses = [];

    BestBidOffer _best;
    BestBidOffer _shown;
    BestBidOffer _unshown;
    Timestamp _unshownSince;
    bool _hasUnshown;
    bool _hasQuotes = true;
    TradingState _state = TradingState.Continuous;
    Timestamp _stateSince;
    Timestamp _due;
    long _imbalance;
    long _lots;
    long? _value;
    long? _lastHalfTicks;

    public ListingRecord(Listing listing, Horizon horizon, Duration sampling)
    {
        _horizon = horizon;
        Listing = listing;
        Bids = new(horizon, SeriesSpans);
        Asks = new(horizon, SeriesSpans);
        Spreads = new(horizon, SeriesSpans);
        Trades = new(horizon, SeriesSpans);
        Volume = new(TimeGrid.Of(horizon, 120));
        Depth = new(TimeGrid.Of(horizon, 200));
        _sampling = new(horizon, sampling);
        ClosedAt = horizon.End;
        _due = horizon.Start;
        RealizedSpread = new(RealizedSpreadDelay(horizon));
        SpreadMean.Advance(horizon.Start);
        BidDepthMean.Advance(horizon.Start);
        AskDepthMean.Advance(horizon.Start);
        ValueDeviation.Advance(horizon.Start);
    }

    public Listing Listing { get; }

    /// <summary>What came of induced values, if its traders had any; known in the end.</summary>
    public InducedOutcome? Induced { get; set; }

    /// <summary>When its session closed; the horizon's end if it did not close before.</summary>
    public Timestamp ClosedAt { get; private set; }

    /// <summary>How many auctions took place, also those that traded nothing.</summary>
    public long Auctions { get; private set; }

    /// <summary>When it did not trade continuously, though it might have.</summary>
    public IReadOnlyList<TradingPause> Pauses => _pauses;

    /// <summary>Best bid, best ask and their distance, in ticks.</summary>
    public StepSeries Bids { get; }
    public StepSeries Asks { get; }
    public StepSeries Spreads { get; }

    public TradeSeries Trades { get; }
    public VolumeSpans Volume { get; }
    public DepthSnapshots Depth { get; }
    public Duration SamplingWidth => _sampling.Width;
    public IReadOnlyList<MarketSample> Samples => _samples;

    public TimeWeightedMean SpreadMean { get; } = new();
    public TimeWeightedMean BidDepthMean { get; } = new();
    public TimeWeightedMean AskDepthMean { get; } = new();

    /// <summary>|midpoint − fundamental value|, in ticks, over time.</summary>
    public TimeWeightedMean ValueDeviation { get; } = new();

    /// <summary>|trade price − fundamental value|, in ticks, weighted by lots.</summary>
    public VolumeWeightedPrice TradeValueDeviation { get; } = new();

    public VolumeWeightedPrice Price { get; } = new();
    public EffectiveSpread EffectiveSpread { get; } = new();

    public RealizedSpread RealizedSpread { get; }
    public RollSpread RollSpread { get; } = new();

    /// <summary>How soon the spread is back after a trade.</summary>
    public Recovery SpreadRecovery { get; } = new();

    /// <summary>How soon the depth at the best prices is back after a trade.</summary>
    public Recovery DepthRecovery { get; } = new();

    /// <summary>Orders that were accepted, replacements included.</summary>
    public long OrdersEntered { get; private set; }

    /// <summary>Orders that their participant canceled or replaced, or whose time was up.</summary>
    public long OrdersCanceled { get; private set; }

    /// <summary>What was measured of it in the end; null before.</summary>
    public IReadOnlyList<Measure>? Measures { get; set; }

    /// <summary>The best quotes now.</summary>
    public BestBidOffer Best => _best;

    /// <summary>The sum of <see cref="OrderFlowImbalance"/> over the run, in lots.</summary>
    public long Imbalance { get; private set; }

    /// <summary>
    /// What a lot is worth, in half ticks: the last midpoint, or the last trade while a side is missing.
    /// </summary>
    public long? MarkHalfTicks { get; private set; }

    /// <summary>The first such worth.</summary>
    public long? FirstMarkHalfTicks { get; private set; }

    public void Apply(in Step step)
    {
        Timestamp at = Timestamp.Latest(step.Input.At, _horizon.Start);
        if (at >= _due)
            SampleUntil(at);

        BestBidOffer before = _best;
        RealizedSpread.Advance(at, before.HalfTicks is { } stood ? new Midpoint(stood) : null);
        bool bookChanged = false;
        bool hasTraded = false;
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            switch (happened.Kind)
            {
                case EventKind.LevelChanged:
                    _book.Apply(happened);
                    bookChanged = true;
                    break;
                case EventKind.Trade:
                    OnTrade(at, happened);
                    hasTraded |= happened.Liquidity != Liquidity.Auction;
                    break;
                case EventKind.Accepted or EventKind.Replaced:
                    OrdersEntered++;
                    break;
                case EventKind.Canceled when happened.Remaining == Quantity.Zero
                    && happened.CancelReason is CancelReason.Requested or CancelReason.Replaced or CancelReason.Expired:
                    OrdersCanceled++;
                    break;
                case EventKind.AuctionEnded:
                    Auctions++;
                    break;
                case EventKind.StateChanged:
                    EndState(at);
                    (_state, bookChanged) = (happened.State, true);
                    break;
            }
        }

        if (step.Input is { Kind: InputKind.Control, Control: Control.Close })
            Close(at);
        if (bookChanged && at < ClosedAt)
            OnBook(at, Quotes());
        if (bookChanged || hasTraded)
        {
            SpreadRecovery.Step(at, hasTraded, before.Spread, _best.Spread);
            DepthRecovery.Step(at, hasTraded, -before.Lots, -_best.Lots);
        }
    }

    /// <summary>The fundamental value moved.</summary>
    public void OnValue(Timestamp at, Price value)
    {
        at = Timestamp.Latest(at, _horizon.Start);
        SampleUntil(at);
        _value = value.Ticks;
        if (at < ClosedAt)
            SetValueDeviation(at);
    }

    /// <summary>Lets what is shown last until the horizon ends or the session closes.</summary>
    public void Finish()
    {
        SampleUntil(_horizon.End);
        Show();
        EndState(ClosedAt);
        SpreadMean.Advance(ClosedAt);
        BidDepthMean.Advance(ClosedAt);
        AskDepthMean.Advance(ClosedAt);
        ValueDeviation.Advance(ClosedAt);
    }

    void OnTrade(Timestamp at, in MarketEvent trade)
    {
        Trades.Add(new(at, trade.Price.Ticks, trade.Quantity.Lots, trade.Liquidity == Liquidity.Auction));
        Volume.Add(at, trade);
        _lots += trade.Quantity.Lots;
        Price.Add(trade.Price, trade.Quantity);
        if (_value is { } value)
            TradeValueDeviation.Add(new(Math.Abs(trade.Price.Ticks - value)), trade.Quantity);

        if (trade.Liquidity != Liquidity.Auction)
            RollSpread.Add(trade.Price.Ticks);

        if (_best.HalfTicks is { } halfTicks)
        {
            EffectiveSpread.Add(trade.Price, trade.Quantity, new Midpoint(halfTicks));
            if (trade.Liquidity != Liquidity.Auction)
                RealizedSpread.Add(at, trade.Price, trade.Quantity, trade.Side);
        }
        else
            Mark(2 * trade.Price.Ticks);
    }

    /// <summary>
    /// The best quotes. While orders are collected for an auction nobody trades at them: then there are none.
    /// </summary>
    BestBidOffer? Quotes()
    {
        BestBidOffer best = BestBidOffer.Of(_book);
        return _state == TradingState.Continuous && !(best.Spread <= 0) ? best : null;
    }

    /// <summary>What was collected, or hidden, is no flow of orders.</summary>
    long ImbalanceOf(in BestBidOffer? quotes)
    {
        bool hadQuotes = _hasQuotes;
        _hasQuotes = quotes.HasValue;
        return hadQuotes && quotes is { } best ? OrderFlowImbalance.Of(_best, best) : 0;
    }

    void OnBook(Timestamp at, in BestBidOffer? quotes)
    {
        long imbalance = ImbalanceOf(quotes);
        Imbalance += imbalance;
        _imbalance += imbalance;

        BestBidOffer best = quotes ?? default;
        if (best == _best)
            return;

        if (_hasUnshown && at > _unshownSince)
            Show();
        (_best, _unshown, _unshownSince, _hasUnshown) = (best, best, at, true);

        SpreadMean.Set(at, best.Spread);
        BidDepthMean.Set(at, best.BidLots > 0 ? best.BidLots : null);
        AskDepthMean.Set(at, best.AskLots > 0 ? best.AskLots : null);
        if (best.HalfTicks is { } halfTicks)
        {
            _lastHalfTicks = halfTicks;
            Mark(halfTicks);
        }

        if (_value is not null)
            SetValueDeviation(at);
    }

    void SetValueDeviation(Timestamp at) =>
        ValueDeviation.Set(
            at, _best.HalfTicks is { } mid && _value is { } value ? Math.Abs((0.5 * mid) - value) : null);

    void EndState(Timestamp at)
    {
        if (_state != TradingState.Continuous && at > _stateSince && _pauses.Count < MostPauses)
            _pauses.Add(new TradingPause(_stateSince, at, _state));

        _stateSince = at;
    }

    void Mark(long halfTicks)
    {
        MarkHalfTicks = halfTicks;
        FirstMarkHalfTicks ??= halfTicks;
    }

    /// <summary>The best prices since the last change have lasted for some time: they enter the series.</summary>
    void Show()
    {
        if (!_hasUnshown)
            return;

        if (_unshown.Bid != _shown.Bid)
            Bids.Add(_unshownSince, _unshown.Bid);
        if (_unshown.Ask != _shown.Ask)
            Asks.Add(_unshownSince, _unshown.Ask);
        if (_unshown.Spread != _shown.Spread)
            Spreads.Add(_unshownSince, _unshown.Spread);
        (_shown, _hasUnshown) = (_unshown, false);
    }

    void Close(Timestamp at)
    {
        if (at >= ClosedAt)
            return;

        if (_hasUnshown && at > _unshownSince)
            Show();
        _hasUnshown = false;
        SpreadMean.Advance(at);
        BidDepthMean.Advance(at);
        AskDepthMean.Advance(at);
        ValueDeviation.Advance(at);
        EndState(at);
        ClosedAt = at;
    }

    /// <summary>
    /// Takes the samples and snapshots that are due at <paramref name="at"/>, of the state just before.
    /// </summary>
    void SampleUntil(Timestamp at)
    {
        at = Timestamp.Earliest(at, ClosedAt);
        while (Depth.Due <= at)
            Depth.Take(_book);

        while (SampleDue <= at)
        {
            _samples.Add(new(SampleDue, _lastHalfTicks, _value, _imbalance, MarkHalfTicks, _lots));
            (_imbalance, _lots) = (0, 0);
        }

        _due = at >= ClosedAt ? Timestamp.Never : Timestamp.Earliest(Depth.Due, SampleDue);
    }

    /// <summary>Five minutes as in Rule 605, or a sixtieth of a run that is shorter than five hours.</summary>
    public static Duration RealizedSpreadDelay(Horizon horizon) =>
        NiceDuration.AtLeast(new(Math.Min(300_000_000_000, horizon.Length.Nanoseconds / 60)));

    Timestamp SampleDue => _sampling.StartOf(_samples.Count);
}
