using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Holds participants to their <see cref="RiskLimits"/>: knows their live orders, their messages and the marks.</summary>
/// <remarks>
/// A request is checked twice: what it says of itself when it comes (<see cref="Check"/>), and what its order may lead to when
/// the account is asked for it (<see cref="CheckExposure"/>), which for a replacement is after the old order has given way.
/// O(1), but for margin, which looks at every instrument.
/// </remarks>
sealed class RiskChecks
{
    readonly Clearing _clearing;
    readonly RiskLimits?[] _limits;
    readonly RecentMessages?[] _messages;
    readonly bool[] _isStopped;
    readonly int[] _openOrders;
    readonly long[][] _openBuys;
    readonly long[][] _openSells;
    readonly long[] _short;
    readonly Price?[] _mark;

    /// <summary>Null if nobody has a limit of loss.</summary>
    readonly Gains? _gains;

    /// <param name="directory">Who takes part, and with what they began.</param>
    /// <param name="clearing">Their accounts.</param>
    /// <param name="limits">By participant; null, or none at the end, for those without.</param>
    public RiskChecks(MarketDirectory directory, Clearing clearing, IReadOnlyList<RiskLimits?> limits)
    {
        int participants = directory.Participants.Count;
        int instruments = directory.Instruments.Count;
        _clearing = clearing;
        _limits = new RiskLimits?[participants];
        for (int p = 0; p < limits.Count; p++)
            _limits[p] = limits[p];

        _messages = [.. _limits.Select(limit => limit?.Messages is { } rate ? new RecentMessages(rate) : null)];
        _short = [.. _limits.Select(limit => limit?.Short?.Lots ?? 0)];
        _isStopped = new bool[participants];
        _openOrders = new int[participants];
        _openBuys = [.. Enumerable.Range(0, instruments).Select(_ => new long[participants])];
        _openSells = [.. Enumerable.Range(0, instruments).Select(_ => new long[participants])];
        _mark = new Price?[instruments];
        _gains = _limits.Any(limit => limit?.Loss is not null) ? new Gains(directory, clearing) : null;
    }

    /// <summary>How far below zero an account's inventory may go where it may not go below zero otherwise.</summary>
    public long ShortOf(int participant) => _short[participant];

    public bool IsStopped(ParticipantId participant) => _isStopped[participant.Value];

    public void Stop(ParticipantId participant) => _isStopped[participant.Value] = true;

    /// <summary>Whether a request may be entered, as far as it alone can say. Counts it as a message.</summary>
    public RejectReason Check(in Request request, Book book, Timestamp now)
    {
        bool isEntered = request.Kind == RequestKind.Enter || (request.Kind == RequestKind.Replace && request.Quantity > Quantity.Zero);
        if (!isEntered)
            return RejectReason.None;

        int p = request.Participant.Value;
        if (_isStopped[p])
            return RejectReason.KillSwitch;
        if (_limits[p] is not { } limits)
            return RejectReason.None;
        if (_messages[p] is { } messages && !messages.TryAdd(now))
            return RejectReason.MessageRateLimit;
        if (limits.Loss is { } loss && -_gains!.Of(p) > loss.Units)
            return RejectReason.LossLimit;
        if (request.Quantity > limits.Order)
            return RejectReason.QuantityLimit;

        return OrderTerms.HaveLimit(request.Type) && IsTooFar(request.Limit, limits, book) ? RejectReason.PriceCollar : RejectReason.None;
    }

    /// <summary>Whether the account may have this order beside its others.</summary>
    public RejectReason CheckExposure(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        int p = order.Participant.Value;
        if (_isStopped[p])
            return RejectReason.KillSwitch;
        if (_limits[p] is not { } limits)
            return RejectReason.None;
        if (_openOrders[p] >= limits.OpenOrders)
            return RejectReason.OpenOrderLimit;

        Int128 position = PositionWith(order, lots, instrument);
        bool isSold = order.Side == Side.Sell;
        if (limits.Position is { } most && (isSold ? -position : position) > most.Lots)
            return RejectReason.PositionLimit;
        if (limits.Short is { } furthest && isSold && -position > furthest.Lots)
            return RejectReason.ShortLimit;

        return limits.MarginMillionths is { } margin && !HasMargin(order, instrument, position, margin)
            ? RejectReason.InsufficientMargin
            : RejectReason.None;
    }

    /// <summary>Notes that an order is live.</summary>
    public void Add(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        int p = order.Participant.Value;
        if (_limits[p] is null)
            return;

        _openOrders[p]++;
        Open(order.Side, instrument)[p] += lots.Lots;
    }

    /// <summary>Notes that lots of an order have been traded, or will not be.</summary>
    public void Remove(in RestingOrder order, Quantity lots, InstrumentId instrument)
    {
        int p = order.Participant.Value;
        if (_limits[p] is not null)
            Open(order.Side, instrument)[p] -= lots.Lots;
    }

    /// <summary>Notes that an order is not live any more.</summary>
    public void End(in RestingOrder order)
    {
        int p = order.Participant.Value;
        if (_limits[p] is not null)
            _openOrders[p]--;
    }

    public void OnTrade(InstrumentId instrument, Price price)
    {
        _mark[instrument.Value] = price;
        _gains?.OnTrade(instrument, price);
    }

    /// <summary>Notes that an account is about to receive lots and cash, or to give them if they are negative.</summary>
    public void BeforeSettlement(int participant, InstrumentId instrument, long lots, long cash)
    {
        if (_gains is null || _limits[participant]?.Loss is null)
            return;

        _gains.BeforeLots(participant, instrument, lots);
        _gains.OnCash(participant, cash);
    }

    /// <summary>Notes that an account has paid a fee, or received it if it is negative.</summary>
    public void OnFee(int participant, long fee)
    {
        if (_gains is not null && _limits[participant]?.Loss is not null)
            _gains.OnCash(participant, -fee);
    }

    static bool IsTooFar(Price limit, RiskLimits limits, Book book)
    {
        if ((limits.Collar is null && limits.CollarMillionths is null) || book.Clearing.ReferenceOf(book) is not { } reference)
            return false;

        // In half ticks, where the midpoint is a whole number. All prices are in range, so that nothing here overflows.
        long distance = Math.Abs((2 * limit.Ticks) - reference.HalfTicks);
        return (limits.Collar is { } ticks && distance - ticks.Count > ticks.Count)
            || (limits.CollarMillionths is { } part && distance * 1_000_000 > Math.Abs(reference.HalfTicks) * part);
    }

    long[] Open(Side side, InstrumentId instrument) => (side == Side.Buy ? _openBuys : _openSells)[instrument.Value];

    /// <summary>What would be held if this order and all others of its side were executed.</summary>
    Int128 PositionWith(in RestingOrder order, Quantity lots, InstrumentId instrument) =>
        _clearing.InventoryOf(order.Participant, instrument)
        + (order.Side.Sign * ((Int128)Open(order.Side, instrument)[order.Participant.Value] + lots.Lots));

    bool HasMargin(in RestingOrder order, InstrumentId instrument, Int128 position, long margin)
    {
        int p = order.Participant.Value;
        Int128 owned = _clearing.CashOf(order.Participant).Units;
        Int128 largest = 0;
        Int128 added = 0;
        for (short i = 0; i < _mark.Length; i++)
        {
            InstrumentId each = new(i);
            long value = MarkOf(each, order, instrument) * _clearing.CashPerTick(each);
            long held = _clearing.InventoryOf(order.Participant, each);
            Int128 before = Int128.Max(
                Int128.Abs((Int128)held + _openBuys[i][p]), Int128.Abs((Int128)held - _openSells[i][p]));
            Int128 after = each == instrument ? Int128.Max(before, Int128.Abs(position)) : before;
            owned += (Int128)held * value;
            largest += after * Math.Abs(value);
            added += after - before;
        }

        return added == 0 || PartOf(largest, margin) <= owned;
    }

    /// <summary>In ticks; an instrument that has not traded is worth what the order offers for it.</summary>
    long MarkOf(InstrumentId instrument, in RestingOrder order, InstrumentId ordered)
    {
        if (_mark[instrument.Value] is { } mark)
            return mark.Ticks;

        return instrument == ordered && order.HasLimit ? order.Limit.Ticks : 0;
    }

    /// <summary>Rounded up. Divided first, since the whole may have nearly all digits that there are.</summary>
    static Int128 PartOf(Int128 whole, long millionths)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(whole, 1_000_000);
        return (quotient * millionths) + (((rest * millionths) + 999_999) / 1_000_000);
    }
}
