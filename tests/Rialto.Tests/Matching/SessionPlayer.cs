using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Plays a session at the real venue and at the simple one, and compares all that they say.</summary>
sealed class SessionPlayer
{
    readonly CheckedVenue _venue;
    readonly SimpleVenue _oracle;
    readonly MarketDirectory _directory;
    readonly HashSet<string> _met;
    readonly long[] _lastName = new long[4];
    Timestamp _now;

    /// <param name="rules">One for each instrument.</param>
    /// <param name="policy">What the four accounts must hold.</param>
    /// <param name="met">Takes the kinds and reasons of all events.</param>
    public SessionPlayer(IReadOnlyList<InstitutionRules> rules, SettlementPolicy policy, HashSet<string> met)
    {
        _met = met;
        Instrument[] instruments =
            [.. rules.Select((_, i) => new Instrument { Symbol = $"I{i}", TickSize = 1, CashPerTick = i + 1 })];
        Participant[] participants =
            [.. Enumerable.Range(0, 4).Select(p => new Participant($"p{p}", "people", new Cash(40 + (10 * p)), [.. rules.Select(_ => 6L + p)]))];
        _directory = new MarketDirectory(["venue"], instruments, participants);
        _venue = new CheckedVenue(rules, _directory, policy, Lots);
        _oracle = new SimpleVenue(rules, _directory, policy, Lots);
    }

    IEnumerable<InstrumentId> Instruments => Enumerable.Range(0, _venue.Instruments).Select(i => new InstrumentId((short)i));

    public void Play(Session session)
    {
        foreach (Move move in session.Moves)
            Play(move);
    }

    /// <summary>Lets time pass until nothing is due any more within a while.</summary>
    public void Wait(long nanoseconds)
    {
        Timestamp end = _now + new Duration(nanoseconds);
        while (Instruments.Where(id => _oracle.NextDeadline(id) <= end).OrderBy(id => _oracle.NextDeadline(id)).ToArray() is [var first, ..])
        {
            _now = _oracle.NextDeadline(first)!.Value;
            Compare(_oracle.Advance(first, _now), _venue.Advance(first, _now));
        }

        _now = end;
    }

    /// <summary>Everybody cancels everything. Then every account can reserve all that it has.</summary>
    public void CheckThatNothingStaysReserved()
    {
        for (int p = 0; p < 4; p++)
        {
            foreach (InstrumentId instrument in Instruments)
                Apply(default(Request) with { Kind = RequestKind.CancelAll, Participant = new(p), Listing = new(default, instrument) });
        }

        if (_venue.Clearing.Policy != SettlementPolicy.Reserve || Instruments.Any(id => _oracle[id].IsClosed))
            return;

        for (int p = 0; p < 4; p++)
        {
            long lots = _venue.Clearing.InventoryOf(new(p), default);
            long cash = _venue.Clearing.CashOf(new(p)).Units;
            if (lots > 0)
                Assert.Equal(EventKind.Accepted, Apply(Enter(p, Side.Sell, lots, price: 1_000_000))[0].Kind);
            if (cash > 0)
                Assert.Equal(EventKind.Accepted, Apply(Enter(p, Side.Buy, 1, price: cash))[0].Kind);
        }
    }

    void Play(Move move)
    {
        Wait(move.Wait);
        InstrumentId instrument = new((short)move.Instrument);
        if (move.Kind != Move.CloseSession)
            Apply(RequestOf(move, instrument));
        else if (Instruments.Contains(instrument))
            Compare(_oracle.Close(instrument), _venue.Close(instrument));
    }

    MarketEvent[] Apply(in Request request)
    {
        MarketEvent[] events = _venue.Apply(request, _now);
        Compare(_oracle.Apply(request, _now), events);
        return events;
    }

    void Compare(MarketEvent[] expected, MarketEvent[] actual)
    {
        Assert.Equal(TextOf(expected), TextOf(actual));
        _met.UnionWith(actual.SelectMany(happened =>
            new[] { happened.Kind.ToString(), happened.RejectReason.ToString(), happened.CancelReason.ToString() }));
        foreach (InstrumentId instrument in Instruments)
        {
            Assert.Equal(_oracle.NextDeadline(instrument), _venue.NextDeadline(instrument));
            Assert.Equal(_oracle[instrument].Levels(Side.Buy), _venue.Levels(instrument, Side.Buy));
            Assert.Equal(_oracle[instrument].Levels(Side.Sell), _venue.Levels(instrument, Side.Sell));
        }
    }

    /// <summary>In which order the levels of a step are told does not matter.</summary>
    IEnumerable<string> TextOf(MarketEvent[] events)
    {
        ILookup<bool, MarketEvent> areLevels = events.ToLookup(happened => happened.Kind == EventKind.LevelChanged);
        return areLevels[false]
            .Concat(areLevels[true].OrderBy(level => level.Side).ThenBy(level => level.Price))
            .Select(happened => $"{_now.Nanoseconds} {EventText.InFull(happened)}");
    }

    Request RequestOf(Move move, InstrumentId instrument)
    {
        ParticipantId participant = new(move.Participant);
        bool isKnown = move.Participant is >= 0 and < 4;
        long last = isKnown ? _lastName[move.Participant] : 0;
        long name = last + move.NameStep;
        bool isNew = move.Kind is RequestKind.Enter or RequestKind.Replace;
        if (isKnown && isNew)
            _lastName[move.Participant] = Math.Max(last, name);

        SimpleOrder[] live = [.. _oracle.OrdersOf(participant)];
        bool isLive = move.Target < live.Length;
        ClientOrderId target = isLive ? live[move.Target].Name : new(last - move.Target);
        if (isLive && move.Kind is RequestKind.Replace or RequestKind.Cancel && move.Instrument >= 0)
            instrument = live[move.Target].Instrument;

        return new Request(
            move.Kind, move.Side, move.Type, move.TimeInForce, move.Flags, new Listing(default, instrument), participant,
            isNew ? new(name) : target, move.Kind == RequestKind.Replace ? target : default, new(move.Price),
            new(move.Kind == RequestKind.Cancel ? Math.Max(0, move.Lots - 3) : move.Lots), _now + new Duration(move.Lifetime));
    }

    Request Enter(int participant, Side side, long lots, long price) => default(Request) with
    {
        Participant = new(participant), Order = new(++_lastName[participant]), Side = side, Quantity = new(lots), Limit = new(price),
    };

    static RandomStream Lots(InstrumentId instrument) => new(1, $"lots/{instrument.Value}");
}
