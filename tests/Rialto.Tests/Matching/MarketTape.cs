using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>A market in which somebody does one thing after another, and a tape of what the venue says.</summary>
/// <remarks>
/// Orders are named 1, 2, 3, … in the order in which they are sent, refused ones included. Unless told otherwise Ann sells
/// and Bob buys. Time is in nanoseconds and stands before every event.
/// </remarks>
sealed class MarketTape
{
    public const int Ann = 0;
    public const int Bob = 1;
    public const int Cyd = 2;
    public const int Dan = 3;

    readonly CheckedVenue _venue;
    readonly Dictionary<long, int> _senders = [];
    readonly List<string> _events = [];
    long _orders;
    long _now;

    /// <param name="rules">One rule of trading for each instrument; a continuous double auction if there is none.</param>
    /// <param name="settlement">What an account must hold.</param>
    /// <param name="cash">What each of the four participants begins with.</param>
    /// <param name="lots">What each of them holds of each instrument.</param>
    /// <param name="seed">Of the lots that are drawn.</param>
    public MarketTape(
        InstitutionRules[]? rules = null, SettlementPolicy settlement = SettlementPolicy.Unlimited,
        long[]? cash = null, long[]? lots = null, ulong seed = 1)
    {
        rules ??= [new ContinuousRules()];
        Participant[] participants =
        [
            .. Enumerable.Range(0, 4).Select(p => new Participant(
                $"p{p}", "people", new Cash(cash?[p] ?? 0), [.. rules.Select(_ => lots?[p] ?? 0)])),
        ];
        Instrument[] instruments = [.. rules.Select((_, i) => new Instrument { Symbol = $"I{i}", TickSize = 1 })];
        _venue = new CheckedVenue(
            rules, new MarketDirectory(["venue"], instruments, participants), settlement, id => new RandomStream(seed, $"lots/{id.Value}"));
    }

    public static MarketTape OfBatches(
        long interval = 10, SettlementPolicy settlement = SettlementPolicy.Unlimited, long[]? cash = null, long[]? lots = null,
        ulong seed = 1) =>
        new([new BatchRules { Interval = new(interval) }], settlement, cash, lots, seed);

    /// <summary>What happened since it was last forgotten.</summary>
    public IReadOnlyList<string> Events => _events;

    /// <summary>The private and public parts of what happened that are not about levels.</summary>
    public IEnumerable<string> WithoutLevels => _events.Where(line => !line.Contains(" of ", StringComparison.Ordinal));

    public IEnumerable<string> OnlyMatches => _events.Where(line => line.Contains("trade ", StringComparison.Ordinal));

    public MarketTape Buy(
        long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None, int by = Bob,
        long? until = null, short on = 0, long? named = null) =>
        Enter(Side.Buy, OrderType.Limit, lots, at, timeInForce, flags, by, until, on, named);

    public MarketTape Sell(
        long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None, int by = Ann,
        long? until = null, short on = 0, long? named = null) =>
        Enter(Side.Sell, OrderType.Limit, lots, at, timeInForce, flags, by, until, on, named);

    public MarketTape BuyAtMarket(long lots, TimeInForce timeInForce = TimeInForce.ImmediateOrCancel, int by = Bob, long? until = null) =>
        Enter(Side.Buy, OrderType.Market, lots, 0, timeInForce, OrderFlags.None, by, until, 0, null);

    public MarketTape SellAtMarket(long lots, TimeInForce timeInForce = TimeInForce.ImmediateOrCancel, int by = Ann, long? until = null) =>
        Enter(Side.Sell, OrderType.Market, lots, 0, timeInForce, OrderFlags.None, by, until, 0, null);

    /// <summary>Cancels an order, or cuts it to what shall remain.</summary>
    public MarketTape Cancel(long order, long remaining = 0, int? by = null, short on = 0) =>
        Send(Blank(RequestKind.Cancel, by ?? _senders[order], on) with { Order = new(order), Quantity = new(remaining) });

    public MarketTape CancelAll(int by, short on = 0) => Send(Blank(RequestKind.CancelAll, by, on));

    /// <summary>Replaces an order by one with the next name.</summary>
    public MarketTape Replace(
        long order, long lots, long at, TimeInForce timeInForce = TimeInForce.Day, OrderFlags flags = OrderFlags.None,
        OrderType type = OrderType.Limit, long? until = null, int? by = null, short on = 0, long? named = null) =>
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
        });

    public MarketTape Send(in Request request) => Note(_venue.Apply(request, new Timestamp(_now)));

    /// <summary>Lets time pass; whatever is due at a deadline on the way happens then.</summary>
    public MarketTape Until(long now)
    {
        for (short i = 0; i < _venue.Instruments; i++)
        {
            while (_venue.NextDeadline(new(i)) is { } due && due.Nanoseconds <= now)
            {
                _now = due.Nanoseconds;
                Note(_venue.Advance(new(i), due));
            }
        }

        _now = now;
        return this;
    }

    public MarketTape Close(short on = 0) => Note(_venue.Close(new(on)));

    /// <summary>An auction is called.</summary>
    public MarketTape Call(short on = 0) => Note(_venue.Call(new(on), new Timestamp(_now)));

    public MarketTape Halt(short on = 0) => Note(_venue.Halt(new(on), new Timestamp(_now)));

    public MarketTape Resume(short on = 0) => Note(_venue.Resume(new(on), new Timestamp(_now)));

    public MarketTape Forget()
    {
        _events.Clear();
        return this;
    }

    public Timestamp? NextDeadline(short on = 0) => _venue.NextDeadline(new(on));

    public long CashOf(int participant) => _venue.Clearing.CashOf(new(participant)).Units;

    public long LotsOf(int participant, short on = 0) => _venue.Clearing.InventoryOf(new(participant), new(on));

    /// <summary>The venue's own book, bids before asks, each best first.</summary>
    public string Book(short on = 0) => string.Join(' ', [.. SideOf(on, Side.Buy), "/", .. SideOf(on, Side.Sell)]);

    public Request Blank(RequestKind kind, int by, short on = 0) =>
        default(Request) with { Kind = kind, Participant = new(by), Listing = new(new(0), new(on)) };

    MarketTape Enter(
        Side side, OrderType type, long lots, long at, TimeInForce timeInForce, OrderFlags flags, int by, long? until, short on, long? named) =>
        Send(Blank(RequestKind.Enter, by, on) with
        {
            Side = side,
            Type = type,
            TimeInForce = until is null ? timeInForce : TimeInForce.GoodTillTime,
            Flags = flags,
            Order = NextName(by, named),
            Limit = new(at),
            Quantity = new(lots),
            Expiry = new(until ?? 0),
        });

    ClientOrderId NextName(int by, long? named)
    {
        long name = named ?? ++_orders;
        _senders[name] = by;
        return new ClientOrderId(name);
    }

    IEnumerable<string> SideOf(short on, Side side) => _venue.Levels(new(on), side).Select(level => $"{level.Quantity}@{level.Price}");

    MarketTape Note(MarketEvent[] events)
    {
        foreach (MarketEvent happened in events)
            _events.Add($"{_now} {EventText.Of(happened)}");

        return this;
    }
}
