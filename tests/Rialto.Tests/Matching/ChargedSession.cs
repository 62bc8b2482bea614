using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Plays a session at a venue with fees and limits, and computes every fee again, in decimals.</summary>
sealed class ChargedSession
{
    readonly SettlementPolicy _policy;
    readonly FeeSchedule _fees;
    readonly RiskLimits? _limits;
    readonly PriceRule _price;
    readonly CheckedVenue _venue;
    readonly List<(InstrumentId Instrument, ClientOrderId Name)>[] _live = [[], [], [], []];
    readonly long[] _lastName = new long[4];
    readonly long[] _traded = new long[4];
    bool _isClosed;
    Timestamp _now;
    int _charged;

    public ChargedSession(SettlementPolicy policy, FeeSchedule fees, RiskLimits? limits, PriceRule price)
    {
        (_policy, _fees, _limits, _price) = (policy, fees, limits, price);
        Participant[] participants =
            [.. Enumerable.Range(0, 4).Select(p =>
                new Participant($"p{p}", "people", new Cash(40 + (10 * p)), [6 + p, 6 + p]))];
        Instrument[] instruments = [.. Enumerable.Range(0, 2).Select(i =>
            new Instrument { Symbol = $"I{i}", TickSize = 1, CashPerTick = i + 1 })];
        _venue = new CheckedVenue(
            [new ContinuousRules { Price = price }, new BatchRules { Interval = new(10) }],
            new MarketDirectory(["venue"], instruments, participants), policy,
            id => new RandomStream(1, $"lots/{id.Value}"), fees, [.. Enumerable.Repeat(limits, 4)]);
    }

    /// <returns>How many fees were charged.</returns>
    public int Play(Session session)
    {
        foreach (Move move in session.Moves)
        {
            Wait(move.Wait);
            InstrumentId instrument = new((short)move.Instrument);
            if (move.Kind is not (Move.CloseSession or Move.Refer))
                Apply(RequestOf(move, instrument));
            else if (move.Kind == Move.CloseSession && move.Instrument is 0 or 1)
                Close(instrument);
        }

        Wait(30);
        CheckThatNothingStaysReserved();
        return _charged;
    }

    void Wait(long nanoseconds)
    {
        Timestamp end = _now + new Duration(nanoseconds);
        for (short i = 0; i < 2; i++)
        {
            InstrumentId instrument = new(i);
            while (_venue.NextDeadline(instrument) is { } due && due <= end)
            {
                _venue.Advance(instrument, due);
                Note(instrument);
            }
        }

        _now = end;
    }

    void Close(InstrumentId instrument)
    {
        _isClosed = true;
        _venue.Close(instrument);
        Note(instrument);
    }

    EventKind Apply(in Request request)
    {
        _venue.Apply(request, _now);
        Note(request.Listing.Instrument);
        return _venue.Events.Written[0].Kind;
    }

    void Note(InstrumentId instrument)
    {
        MarketEvent[] events = _venue.Events.Written.ToArray();
        for (int i = 0; i < events.Length; i++)
        {
            MarketEvent happened = events[i];
            if (happened.Kind == EventKind.Executed)
            {
                long fee = FeeOf(instrument, happened);
                long told = events.Skip(i + 1).TakeWhile(next => next.Kind == EventKind.Charged).Sum(charged =>
                    charged.Fee.Units);
                if (_price != PriceRule.Overlap || happened.Liquidity != Liquidity.Removed)
                    Assert.Equal(fee, told);
                _charged += fee == 0 ? 0 : 1;
            }

            if (happened.Kind is EventKind.Accepted or EventKind.Replaced)
                _live[happened.Participant.Value].Add((instrument, happened.Order));
            if (happened.Kind == EventKind.Replaced)
                _live[happened.Participant.Value].Remove((instrument, happened.Replaces));
            if (happened.Kind is EventKind.Executed or EventKind.Canceled && happened.Remaining == Quantity.Zero)
                _live[happened.Participant.Value].Remove((instrument, happened.Order));
        }
    }

    long FeeOf(InstrumentId instrument, in MarketEvent executed)
    {
        ref long traded = ref _traded[executed.Participant.Value];
        long before = traded;
        traded += executed.Quantity.Lots;
        FeeTier tier = _fees.Tiers.Last(tier => tier.FromLots <= before);
        Fee fee = executed.Liquidity switch
        {
            Liquidity.Added => tier.Maker,
            Liquidity.Removed => tier.Taker,
            _ => tier.Auction,
        };
        decimal turnover = Math.Abs((decimal)executed.Price.Ticks * executed.Quantity.Lots * (instrument.Value + 1));
        return (long)Math.Ceiling((fee.PerLot * executed.Quantity.Lots) + (fee.Millionths * turnover / 1_000_000));
    }

    /// <summary>Everybody cancels everything. Then an account can reserve all that it has, and no more.</summary>
    void CheckThatNothingStaysReserved()
    {
        for (int p = 0; p < 4; p++)
        {
            for (short i = 0; i < 2; i++)
            {
                Apply(default(Request) with
                {
                    Kind = RequestKind.CancelAll, Participant = new(p), Listing = new(default, new(i)),
                });
            }
        }

        if (_isClosed)
            return;
        if (_limits is { MarginMillionths: null, Loss: null, Collar: null } && _policy == SettlementPolicy.Unlimited)
            CheckThatNothingStaysOpen(_limits);
        if (_policy != SettlementPolicy.Reserve || _limits is not null)
            return;

        Fee[] fees = [.. _fees.Tiers.SelectMany(tier => (Fee[])[tier.Maker, tier.Taker, tier.Auction])];
        (long perLot, long millionths) = (
            Math.Max(0, fees.Max(fee => fee.PerLot)), Math.Max(0, fees.Max(fee => fee.Millionths)));
        for (int p = 0; p < 4; p++)
        {
            long cash = _venue.CashOf(new(p));
            long price = -1;
            while (price + 1 + HighestFee(price + 1) <= cash)
                price++;

            Assert.Equal(EventKind.Rejected, Buy(p, price + 1));
            if (price >= 0)
            {
                Assert.Equal(EventKind.Accepted, Buy(p, price));
                Apply(default(Request) with { Kind = RequestKind.CancelAll, Participant = new(p) });
            }

            long lots = _venue.LotsOf(new(p), default);
            Request sell = default(Request) with
            {
                Participant = new(p), Side = Side.Sell, Limit = new(1_000_000), Order = NextName(p),
            };
            Assert.Equal(EventKind.Rejected, Apply(sell with { Quantity = new(lots + 1) }));
            if (lots > 0 && lots * (HighestFee(1_000_000) - 1_000_000) <= cash)
                Assert.Equal(EventKind.Accepted, Apply(sell with { Order = NextName(p), Quantity = new(lots) }));
        }

        long HighestFee(long price) => perLot + (long)Math.Ceiling(millionths * price / 1_000_000m);
    }

    /// <summary>
    /// Everybody may enter as many orders as it may have, and as many lots as lead to its largest position; and no
    /// more.
    /// </summary>
    void CheckThatNothingStaysOpen(RiskLimits limits)
    {
        for (int p = 0; p < 4; p++)
        {
            for (short i = 0; i < 2; i++)
            {
                long lots = limits.Position!.Value.Lots - _venue.LotsOf(new(p), new(i));
                Assert.Equal(EventKind.Rejected, Buy(p, 0, lots + 1, i));
                if (lots > 0)
                    Assert.Equal(EventKind.Accepted, Buy(p, 0, lots, i));
                Apply(default(Request) with
                {
                    Kind = RequestKind.CancelAll, Participant = new(p), Listing = new(default, new(i)),
                });
            }

            for (int order = 0; order < limits.OpenOrders; order++)
                Assert.Equal(EventKind.Accepted, Buy(p, 0, 1, 1));
            Assert.Equal(EventKind.Rejected, Buy(p, 0, 1, 1));
        }
    }

    EventKind Buy(int p, long price, long lots = 1, short on = 0) => Apply(default(Request) with
    {
        Participant = new(p), Order = NextName(p), Quantity = new(lots), Limit = new(price),
        TimeInForce = TimeInForce.GoodTillCanceled,
        Listing = new(default, new(on)),
    });

    ClientOrderId NextName(int p) => new(++_lastName[p]);

    Request RequestOf(Move move, InstrumentId instrument)
    {
        bool isKnown = move.Participant is >= 0 and < 4;
        bool isNew = move.Kind is RequestKind.Enter or RequestKind.Replace;
        ClientOrderId name = isKnown && isNew ? NextName(move.Participant) : default;
        ClientOrderId target = default;
        if (isKnown && !isNew | move.Kind == RequestKind.Replace && move.Target < _live[move.Participant].Count)
            (instrument, target) = _live[move.Participant][^(move.Target + 1)];

        return new Request(
            move.Kind, move.Side, move.Type, move.TimeInForce, move.Flags, new Listing(default, instrument),
            new(move.Participant), isNew ? name : target, move.Kind == RequestKind.Replace ? target : default,
            new(move.Price), new(move.Lots),
            _now + new Duration(move.Lifetime))
        {
            Trigger = new(move.Trigger), Offset = new(move.Offset), Displayed = new(move.Displayed), Minimum = new(
                move.Minimum),
        };
    }
}
