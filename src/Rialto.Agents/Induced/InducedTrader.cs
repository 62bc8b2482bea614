using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>A trader with induced values: it is given units, and shouts prices for one of them at a time.</summary>
/// <remarks>
/// At Poisson times it thinks of a price; the new shout takes the place of its standing one. It works its units in the
/// order in which they were given, and never has more than one order under way, so that it cannot trade more than it
/// has.
/// </remarks>
public abstract class InducedTrader : Agent
{
    readonly AgentNumber _number;
    readonly List<InducedUnit> _units = [];
    RandomStream? _customers;
    ClientOrderId? _standing;
    Timestamp _begin;
    Timestamp _nextUnits;
    Timestamp _nextShout;
    Quote _heard;
    long _period;
    int _place;
    bool _isWithdrawing;

    /// <param name="instructions">What it is told before the market opens.</param>
    /// <param name="number">Which of its group it is.</param>
    protected InducedTrader(Instructions instructions, AgentNumber number)
    {
        ArgumentNullException.ThrowIfNull(instructions);
        Instructions = instructions.Checked(number);
        _number = number;
    }

    public Instructions Instructions { get; }

    /// <summary>Its ledger: every unit that it was ever given, and what it did with it.</summary>
    public IReadOnlyList<InducedUnit> Units => _units;

    /// <summary>What it has earned. Unit: ticks × lots.</summary>
    public long Profit { get; private set; }

    /// <summary>How many periods have come to their end; zero if there is only one.</summary>
    public long CompletePeriods =>
        Instructions.Period is { } length ? (Market.Now - _begin).Nanoseconds / length.Nanoseconds : 0;

    public override IEnumerable<StateValue> Describe()
    {
        yield return StateValue.Of("limit", Limit);
        yield return StateValue.Of("profit", Profit);
    }

    /// <summary>Whether it listens to the shouts of others.</summary>
    protected virtual bool Listens => false;

    /// <summary>What the unit that it works on is worth, or costs; null if it has none left.</summary>
    protected Price? Limit => _place < _units.Count ? _units[_place].Value : null;

    /// <summary>How many units it has left.</summary>
    protected int Left => _units.Count - _place;

    /// <summary>The limits of the units that it has left, the one that it works on first.</summary>
    protected Price LimitOf(int unit) => _units[_place + unit].Value;

    /// <summary>When the period ends; never if there is only one.</summary>
    protected Timestamp PeriodEnd => Instructions.Period is { } length ? _begin + (length * _period) : Timestamp.Never;

    /// <summary>The price that may be shouted nearest to one; null if it would lose by it.</summary>
    protected Price? Allowed(Price price, Price limit)
    {
        Price allowed = Instructions.Range.Nearest(price);
        return Instructions.Side.IsBetter(allowed, limit) ? null : allowed;
    }

    /// <summary>The price that it shouts next for a unit with this limit; null to keep silent.</summary>
    protected abstract Price? Think(IMarketAccess market, Price limit);

    /// <summary>The market has opened, and it has its random numbers.</summary>
    protected virtual void OnBegin() { }

    /// <summary>It has been given the units of a new period.</summary>
    protected virtual void OnUnits() { }

    /// <summary>It has heard a shout, perhaps its own. Only if it listens.</summary>
    protected virtual void Hear(in Shout shout) { }

    protected sealed override async AgentTask TradeAsync(IMarketAccess market)
    {
        Signals heard = Signals.Private
            | (Listens ? Signals.Trade | Signals.Quote : Signals.None)
            | (Instructions.Rounds ? Signals.Trade : Signals.None);
        // Its customers are the same whatever it does about them.
        _customers = new RandomStream(Random.NextBits(), "customers");
        _begin = market.Now;
        _nextUnits = UnitsOfPeriod(0);
        _nextShout = _begin + Random.NextExponential(Instructions.Pace.MeanInterval);
        OnBegin();
        if (_nextUnits <= market.Now)
            TakeUnits(market);

        while (market.IsOpen)
        {
            Signals happened = await market.Next(heard, Timestamp.Earliest(_nextShout, _nextUnits));
            if (!market.IsOpen)
                break;
            if (Instructions.Rounds && (happened & Signals.Trade) != 0)
                Withdraw(market);
            if (_nextUnits <= market.Now)
                TakeUnits(market);
            if (_nextShout <= market.Now)
                Shout(market);
        }
    }

    protected sealed override void OnExecution(Listing listing, in MarketEvent execution)
    {
        _standing = null;
        _isWithdrawing = false;
        if (_place == _units.Count)
            return;

        _units[_place] = _units[_place] with { TradedAt = Market.Now, Price = execution.Price };
        Profit += _units[_place].Profit;
        _place++;
        Market.Report("trade");
    }

    protected sealed override void OnCanceled(Listing listing, in MarketEvent canceled) => Forget(canceled.Order);

    protected sealed override void OnRejected(Listing listing, in MarketEvent rejected) => Forget(rejected.Order);

    protected sealed override void OnTrade(Listing listing, in Trade trade)
    {
        if (Listens)
            Hear(new Shout(trade.Side.Opposite, trade.Price, IsAccepted: true));
    }

    protected sealed override void OnQuote(Listing listing, in Quote quote)
    {
        Quote before = _heard;
        _heard = quote;
        if (quote.Bid is { } bid && !(before.Bid >= bid))
            Hear(new Shout(Side.Buy, bid, IsAccepted: false));
        if (quote.Ask is { } ask && !(before.Ask <= ask))
            Hear(new Shout(Side.Sell, ask, IsAccepted: false));
    }

    /// <summary>Whether a shout is better than the best one standing on its side.</summary>
    static bool Improves(Side side, Price price, Price? best) =>
        best is not { } standing || side.IsBetter(price, standing);

    void TakeUnits(IMarketAccess market)
    {
        Withdraw(market);
        IReadOnlyList<Price> given = Instructions.Units(_number, market.Now - _begin, _customers!);
        foreach (Price value in given)
            _units.Add(new InducedUnit(Instructions.Side, value, _period));

        _place = _units.Count - given.Count;
        _nextUnits = UnitsOfPeriod(++_period);
        OnUnits();
    }

    Timestamp UnitsOfPeriod(long period)
    {
        if (Instructions.Period is not { } length)
            return period == 0 ? _begin : Timestamp.Never;

        Timestamp begin = _begin + (length * period);
        return Instructions.Replenishment == Replenishment.Drip ? begin + _customers!.NextDuration(length) : begin;
    }

    void Shout(IMarketAccess market)
    {
        _nextShout = market.Now + Random.NextExponential(Instructions.Pace.MeanInterval);
        if (_isWithdrawing || Limit is not { } limit || Think(market, limit) is not { } price)
            return;

        Side side = Instructions.Side;
        if (Instructions.Rounds && market.TryQuote(out Quote quote) && !Improves(side, price, quote.Best(side)))
            return;

        Order order = Order.Limit(side, Quantity.One, price).GoodTillCanceled();
        _standing = _standing is { } old ? market.Replace(old, order) : market.Enter(order);
    }

    void Withdraw(IMarketAccess market)
    {
        if (_isWithdrawing || _standing is not { } order)
            return;

        market.Cancel(order);
        _isWithdrawing = true;
    }

    /// <summary>An order that is no more, or never was, stands no longer.</summary>
    void Forget(ClientOrderId order)
    {
        if (_standing != order)
            return;

        _standing = null;
        _isWithdrawing = false;
    }
}
