using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Which venue a tape asks.</summary>
public enum TestedVenue { Real, Simple }

/// <summary>A market in which somebody does one thing after another, and a tape of what the venue says.</summary>
/// <remarks>
/// Orders are named 1, 2, 3, … in the order in which they are sent, refused ones included. Unless told otherwise Ann
/// sells and Bob buys. Time is in nanoseconds and stands before every event.
/// </remarks>
sealed class MarketTape
{
    public const int Ann = 0;
    public const int Bob = 1;
    public const int Cyd = 2;
    public const int Dan = 3;

    readonly CheckedVenue _venue;
    readonly InstitutionRules[] _rules;
    readonly Dictionary<long, int> _senders = [];
    readonly List<string> _events = [];
    readonly List<string> _orderEvents = [];
    readonly List<string> _matches = [];
    long _orders;
    long _now;

    /// <param name="rules">One rule of trading for each instrument; a continuous double auction if none.</param>
    /// <param name="settlement">What an account must hold.</param>
    /// <param name="cash">What each of the four participants begins with.</param>
    /// <param name="lots">What each of them holds of each instrument.</param>
    /// <param name="seed">Of the lots that are drawn.</param>
    /// <param name="venue">Which venue is asked.</param>
    /// <param name="fees">What the real venue charges.</param>
    /// <param name="limits">What each of the four may do there.</param>
    public MarketTape(
        InstitutionRules[]? rules = null, SettlementPolicy settlement = SettlementPolicy.Unlimited,
        long[]? cash = null, long[]? lots = null, ulong seed = 1, TestedVenue venue = TestedVenue.Real,
        FeeSchedule? fees = null, RiskLimits? limits = null)
    {
        rules ??= [new ContinuousRules()];
        Participant[] participants =
        [
            .. Enumerable.Range(0, 4).Select(p => new Participant(
                $"p{p}", "people", new Cash(cash?[p] ?? 0), [.. rules.Select(_ => lots?[p] ?? 0)])),
        ];
        Instrument[] instruments = [.. rules.Select((_, i) => new Instrument { Symbol = $"I{i}", TickSize = 1 })];
        MarketDirectory directory = new(["venue"], instruments, participants);
        _rules = rules;
        _venue = new CheckedVenue(
            venue == TestedVenue.Real
                ? new RealVenue(rules, directory, settlement, Lots, fees, [.. Enumerable.Repeat(limits, 4)])
                : new SimpleVenue(rules, directory, settlement, Lots),
            rules, directory, settlement, [.. Enumerable.Repeat(limits, 4)]);

        RandomStream Lots(InstrumentId id) => new(seed, $"lots/{id.Value}");
    }

    public static MarketTape OfBatches(
        long interval = 10, SettlementPolicy settlement = SettlementPolicy.Unlimited, long[]? cash = null,
        long[]? lots = null, ulong seed = 1, FeeSchedule? fees = null) =>
        new([new BatchRules { Interval = new(interval) }], settlement, cash, lots, seed, fees: fees);

    /// <summary>
    /// What happened since it was last forgotten; what the public was told of single orders stands apart.
    /// </summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>What the public was told of single orders.</summary>
    public IReadOnlyList<string> OrderEvents => _orderEvents;

    /// <summary>The private and public parts of what happened that are not about levels.</summary>
    public IEnumerable<string> WithoutLevels => _events.Where(line => !line.Contains(" of ", StringComparison.Ordinal));

    /// <summary>Who met whom, resting order first: <c>1-3 5@100, 2-3 1@101</c>.</summary>
    public string Matches => string.Join(", ", _matches);

    public IEnumerable<string> OnlyMatches => _events.Where(line => line.Contains("trade ", StringComparison.Ordinal));

    public MarketTape Buy(
        long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None, int by = Bob,
        long? until = null, short on = 0, long? named = null, long displayed = 0, long minimum = 0) =>
        Enter(Side.Buy, OrderType.Limit, lots, at, timeInForce, flags, by, until, on, named, displayed: displayed,
            minimum: minimum);

    public MarketTape Sell(
        long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None, int by = Ann,
        long? until = null, short on = 0, long? named = null, long displayed = 0, long minimum = 0) =>
        Enter(Side.Sell, OrderType.Limit, lots, at, timeInForce, flags, by, until, on, named, displayed: displayed,
            minimum: minimum);

    public MarketTape BuyAtMarket(
        long lots, TimeInForce timeInForce = TimeInForce.ImmediateOrCancel, int by = Bob, long? until = null,
        OrderFlags flags = OrderFlags.None, long minimum = 0) =>
        Enter(Side.Buy, OrderType.Market, lots, 0, timeInForce, flags, by, until, 0, null, minimum: minimum);

    public MarketTape SellAtMarket(
        long lots, TimeInForce timeInForce = TimeInForce.ImmediateOrCancel, int by = Ann, long? until = null,
        OrderFlags flags = OrderFlags.None, long minimum = 0) =>
        Enter(Side.Sell, OrderType.Market, lots, 0, timeInForce, flags, by, until, 0, null, minimum: minimum);

    /// <summary>An order that waits for a trade at its trigger.</summary>
    public MarketTape Stop(
        Side side, long lots, long trigger, int? by = null, TimeInForce timeInForce = TimeInForce.Day,
        OrderFlags flags = OrderFlags.None) =>
        Enter(side, OrderType.Stop, lots, 0, timeInForce, flags, by, null, 0, null, trigger);

    public MarketTape StopLimit(
        Side side, long lots, long trigger, long at, int? by = null, TimeInForce timeInForce = TimeInForce.Day) =>
        Enter(side, OrderType.StopLimit, lots, at, timeInForce, OrderFlags.None, by, null, 0, null, trigger);

    public MarketTape Trail(
        Side side, long lots, long distance, int? by = null, TimeInForce timeInForce = TimeInForce.Day) =>
        Enter(side, OrderType.TrailingStop, lots, 0, timeInForce, OrderFlags.None, by, null, 0, null, offset: distance);

    public MarketTape IfTouched(
        Side side, long lots, long trigger, int? by = null, TimeInForce timeInForce = TimeInForce.Day) =>
        Enter(side, OrderType.MarketIfTouched, lots, 0, timeInForce, OrderFlags.None, by, null, 0, null, trigger);

    public MarketTape MidpointPeg(
        Side side, long lots, long limit, long offset = 0, int? by = null, TimeInForce timeInForce = TimeInForce.Day,
        OrderFlags flags = OrderFlags.None, long minimum = 0) =>
        Enter(side, OrderType.MidpointPeg, lots, limit, timeInForce, flags, by, null, 0, null, offset: offset,
            minimum: minimum);

    public MarketTape PrimaryPeg(
        Side side, long lots, long limit, long offset = 0, int? by = null, TimeInForce timeInForce = TimeInForce.Day,
        OrderFlags flags = OrderFlags.None, long minimum = 0) =>
        Enter(side, OrderType.PrimaryPeg, lots, limit, timeInForce, flags, by, null, 0, null, offset: offset,
            minimum: minimum);

    /// <summary>The best prices elsewhere.</summary>
    public MarketTape Refer(long? bid, long? ask, short on = 0)
    {
        _venue.Refer(
            new(on), bid is { } b ? new Price(b) : null, ask is { } a ? new Price(a) : null, new Timestamp(_now));
        return Note();
    }

    /// <summary>Cancels an order, or cuts it to what shall remain.</summary>
    public MarketTape Cancel(long order, long remaining = 0, int? by = null, short on = 0) =>
        Send(Blank(RequestKind.Cancel, by ?? _senders[order], on) with
        {
            Order = new(order), Quantity = new(remaining),
        });

    public MarketTape CancelAll(int by, short on = 0) => Send(Blank(RequestKind.CancelAll, by, on));

    public MarketTape CancelSide(Side side, int by, short on = 0) =>
        Send(Blank(RequestKind.CancelSide, by, on) with { Side = side });

    public MarketTape Disconnect(int by, short on = 0) => Send(Blank(RequestKind.Disconnect, by, on));

    /// <summary>Replaces an order by one with the next name, or with the same if it is named so.</summary>
    public MarketTape Replace(
        long order, long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None,
        OrderType type = OrderType.Limit, long? until = null, int? by = null, short on = 0, long? named = null,
        long trigger = 0, long offset = 0, long displayed = 0, long minimum = 0) =>
        Send(Blank(RequestKind.Replace, by ?? _senders[order], on) with
        {
            Type = type,
            TimeInForce = until is null ? timeInForce : TimeInForce.GoodTillTime,
            Flags = flags,
            Order = NextName(by ?? _senders[order], named),
            Replaces = new(order),
            Limit = new(at),
            Quantity = new(lots),
            Expiry = new(until ?? 0),
            Trigger = new(trigger),
            Offset = new(offset),
            Displayed = new(displayed),
            Minimum = new(minimum),
        });

    public MarketTape Send(in Request request)
    {
        _venue.Apply(request, new Timestamp(_now));
        return Note();
    }

    /// <summary>Lets time pass; whatever is due at a deadline on the way happens then.</summary>
    public MarketTape Until(long now)
    {
        for (short i = 0; i < _rules.Length; i++)
        {
            while (_venue.NextDeadline(new(i)) is { } due && due.Nanoseconds <= now)
            {
                _now = due.Nanoseconds;
                _venue.Advance(new(i), due);
                Note();
            }
        }

        _now = now;
        return this;
    }

    /// <summary>Throws the kill switch of a participant.</summary>
    public MarketTape Kill(int participant, short on = 0)
    {
        _venue.Stop(new(participant), new(on));
        return Note();
    }

    public MarketTape Close(short on = 0)
    {
        _venue.Close(new(on));
        return Note();
    }

    /// <summary>An auction is called.</summary>
    public MarketTape Call(short on = 0)
    {
        _venue.Call(new(on), new Timestamp(_now));
        return Note();
    }

    public MarketTape Halt(short on = 0)
    {
        _venue.Halt(new(on), new Timestamp(_now));
        return Note();
    }

    public MarketTape Resume(short on = 0)
    {
        _venue.Resume(new(on), new Timestamp(_now));
        return Note();
    }

    public MarketTape Forget()
    {
        _events.Clear();
        _orderEvents.Clear();
        _matches.Clear();
        return this;
    }

    public Timestamp? NextDeadline(short on = 0) => _venue.NextDeadline(new(on));

    public long House => _venue.House;

    public long CashOf(int participant) => _venue.CashOf(new(participant));

    public long LotsOf(int participant, short on = 0) => _venue.LotsOf(new(participant), new(on));

    /// <summary>The venue's own book, bids before asks, each best first.</summary>
    public string Book(short on = 0) => string.Join(' ', [.. SideOf(on, Side.Buy), "/", .. SideOf(on, Side.Sell)]);

    public Request Blank(RequestKind kind, int by, short on = 0) =>
        default(Request) with { Kind = kind, Participant = new(by), Listing = new(new(0), new(on)) };

    MarketTape Enter(
        Side side, OrderType type, long lots, long at, TimeInForce timeInForce, OrderFlags flags, int? by, long? until,
        short on, long? named, long trigger = 0, long offset = 0, long displayed = 0, long minimum = 0)
    {
        int sender = by ?? (side == Side.Sell ? Ann : Bob);
        return Send(Blank(RequestKind.Enter, sender, on) with
        {
            Side = side,
            Type = type,
            TimeInForce = until is null ? timeInForce : TimeInForce.GoodTillTime,
            Flags = flags,
            Order = NextName(sender, named),
            Limit = new(at),
            Quantity = new(lots),
            Expiry = new(until ?? 0),
            Trigger = new(trigger),
            Offset = new(offset),
            Displayed = new(displayed),
            Minimum = new(minimum),
        });
    }

    ClientOrderId NextName(int by, long? named)
    {
        long name = named ?? ++_orders;
        _senders[name] = by;
        return new ClientOrderId(name);
    }

    IEnumerable<string> SideOf(short on, Side side) =>
        _venue.Levels(new(on), side).Select(level => $"{level.Quantity}@{level.Price}");

    MarketTape Note()
    {
        ClientOrderId resting = default;
        foreach (MarketEvent happened in _venue.Events.Written)
        {
            bool isOfOrders = happened.Kind is EventKind.OrderShown or EventKind.OrderReduced;
            (isOfOrders ? _orderEvents : _events).Add($"{_now} {EventText.Of(happened)}");
            if (happened.Kind != EventKind.Executed)
                continue;

            if (happened.Liquidity == Liquidity.Added)
                resting = happened.Order;
            else
                _matches.Add($"{resting}-{happened.Order} {happened.Quantity}@{happened.Price}");
        }

        return this;
    }
}
