using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>What a participant with limits may do: it knows its live orders, its messages and how it stands.</summary>
sealed class RiskAccount
{
    /// <summary>Far from where three such numbers together would leave the range of one.</summary>
    const long Far = long.MaxValue / 4;

    readonly int _participant;
    readonly Clearing _clearing;
    readonly RecentMessages? _messages;
    readonly Margin? _margin;

    /// <summary>Null if there is no limit of loss.</summary>
    readonly Gains? _gains;
    readonly Int128 _leastGain;
    readonly long _mostLots;
    readonly long _mostOpen;
    readonly long _furthest;

    /// <summary>
    /// By side: the largest position on it. Looked up and not chosen: which side comes next nobody can guess.
    /// </summary>
    readonly long[] _furthestBy;
    readonly bool _hasCollar;
    readonly long _collar;
    readonly long? _collarPart;

    /// <summary>Lots of the live orders, by instrument: those that buy, then those that sell.</summary>
    readonly long[] _open;
    int _openOrders;
    bool _isStopped;

    /// <param name="participant">Whose.</param>
    /// <param name="limits">What it may do.</param>
    /// <param name="clearing">What it has.</param>
    /// <param name="marks">By instrument: at which price it traded last, in the whole market.</param>
    /// <param name="gains">What it has gained; needed if there is a limit of loss.</param>
    public RiskAccount(int participant, RiskLimits limits, Clearing clearing, Price?[] marks, Gains? gains)
    {
        (_participant, _clearing) = (participant, clearing);
        _messages = limits.Messages is { } rate ? new RecentMessages(rate) : null;
        _margin = limits.MarginMillionths is { } margin ? new Margin(margin, clearing, marks) : null;
        _gains = limits.Loss is null ? null : gains;
        _leastGain = -(Int128)(limits.Loss?.Units ?? 0);
        _mostLots = limits.Order?.Lots ?? long.MaxValue;
        _mostOpen = limits.OpenOrders ?? long.MaxValue;
        _furthest = limits.Position?.Lots ?? long.MaxValue;
        _furthestBy = [_furthest, Math.Min(_furthest, limits.Short?.Lots ?? long.MaxValue)];
        _hasCollar = limits.Collar is not null || limits.CollarMillionths is not null;
        _collar = limits.Collar?.Count ?? long.MaxValue;
        _collarPart = limits.CollarMillionths;
        _open = new long[2 * marks.Length];
        Short = limits.Short?.Lots ?? 0;
    }

    /// <summary>How far below zero its inventory may go where it may not go below zero otherwise.</summary>
    public long Short { get; }

    /// <summary>Whether nothing is taken from the participant any more.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>
    /// Nothing is taken from now on. What was open before may not have been counted, and is not asked for any more.
    /// </summary>
    public void Stop() => _isStopped = true;

    /// <summary>
    /// Whether an enter or replace request may be entered, as far as it alone can say. Counts it as a message.
    /// </summary>
    public RejectReason Check(in Request request, Book book, Timestamp now)
    {
        if (_isStopped)
            return RejectReason.KillSwitch;
        if (_messages is not null && !_messages.TryAdd(now))
            return RejectReason.MessageRateLimit;
        if (_gains is not null && _gains.Of(_participant) < _leastGain)
            return RejectReason.LossLimit;
        if (request.Quantity.Lots > _mostLots)
            return RejectReason.QuantityLimit;

        bool isTooFar = _hasCollar && OrderTerms.HaveLimit(request.Type)
            && book.Clearing.ReferenceOf(book) is { } reference && IsTooFar(request.Limit, reference);
        return isTooFar ? RejectReason.PriceCollar : RejectReason.None;
    }

    /// <summary>Whether the account may have this order beside its others.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lots">Of it.</param>
    /// <param name="instrument">Where it is entered.</param>
    /// <param name="held">What the account holds there.</param>
    public RejectReason CheckExposure(in RestingOrder order, long lots, InstrumentId instrument, long held)
    {
        if (_openOrders >= _mostOpen)
            return RejectReason.OpenOrderLimit;

        Side side = order.Side;
        long open = _open[PlaceOf(side, instrument.Value)];
        bool isFar = held is < -Far or > Far || open > Far;
        long position =
            isFar ? FarPositionWith(side, lots, instrument.Value) : unchecked((held * side.Sign) + open + lots);
        if (position > _furthestBy[(int)side])
            return position > _furthest ? RejectReason.PositionLimit : RejectReason.ShortLimit;

        return _margin is null || _margin.Covers(this, order, lots, instrument)
            ? RejectReason.None
            : RejectReason.InsufficientMargin;
    }

    /// <summary>Notes that an order is live.</summary>
    public void Add(in RestingOrder order, long lots, InstrumentId instrument)
    {
        _openOrders++;
        _open[PlaceOf(order.Side, instrument.Value)] += lots;
    }

    /// <summary>Notes that lots of an order have been traded, or will not be.</summary>
    public void Remove(in RestingOrder order, long lots, InstrumentId instrument) =>
        _open[PlaceOf(order.Side, instrument.Value)] -= lots;

    /// <summary>Notes that an order is not live any more.</summary>
    public void End() => _openOrders--;

    /// <summary>
    /// Notes that the account is about to receive lots and cash, or to give them if they are negative.
    /// </summary>
    public void BeforeSettlement(InstrumentId instrument, long lots, long cash)
    {
        _gains?.BeforeLots(_participant, instrument, lots);
        _gains?.OnCash(_participant, cash);
    }

    /// <summary>Notes that the account has paid a fee, or received it if it is negative.</summary>
    public void OnFee(long fee) => _gains?.OnCash(_participant, -fee);

    /// <summary>
    /// How far the position may come to be from zero, if the orders of one side are executed and none of the other.
    /// </summary>
    public Int128 LargestPosition(int instrument) => Int128.Max(
        Int128.Abs(PositionWith(Side.Buy, 0, instrument)), Int128.Abs(PositionWith(Side.Sell, 0, instrument)));

    /// <summary>What would be held if so many lots and all others of their side were executed.</summary>
    public Int128 PositionWith(Side side, long lots, int instrument) =>
        _clearing.Inventory[instrument][_participant] + (side.Sign * ((Int128)_open[PlaceOf(side, instrument)] + lots));

    long FarPositionWith(Side side, long lots, int instrument) =>
        (long)Int128.Clamp(PositionWith(side, lots, instrument) * side.Sign, -long.MaxValue, long.MaxValue);

    bool IsTooFar(Price limit, Midpoint reference)
    {
        // In half ticks, where the midpoint is a whole number. All prices are in range, so that nothing here overflows.
        long distance = Math.Abs((2 * limit.Ticks) - reference.HalfTicks);
        return distance - _collar > _collar
            || (_collarPart is { } part && distance * 1_000_000 > Math.Abs(reference.HalfTicks) * part);
    }

    static int PlaceOf(Side side, int instrument) => unchecked((2 * instrument) + (int)side);
}
