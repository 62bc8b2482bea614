using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>Plays a session at a venue and at the simple one, and compares all that they say.</summary>
sealed class SessionPlayer
{
    readonly ITestedVenue _venue;
    readonly SimpleVenue _oracle;
    readonly bool _isAlone;
    readonly IReadOnlyList<InstitutionRules> _rules;
    readonly SettlementPolicy _policy;
    readonly HashSet<(EventKind Kind, byte Reason)> _met;
    readonly Sender _sender;
    Timestamp _now;

    SessionPlayer(
        IReadOnlyList<InstitutionRules> rules, SettlementPolicy policy, HashSet<(EventKind Kind, byte Reason)> met,
        SimpleVenue oracle, ITestedVenue venue)
    {
        (_rules, _policy, _met, _oracle, _venue) = (rules, policy, met, oracle, venue);
        _isAlone = venue.Events == oracle.Events;
        _oracle.Events.Classes = venue.Events.Classes;
        _sender = new Sender(oracle);
    }

    IEnumerable<InstrumentId> Instruments => Enumerable.Range(0, _rules.Count).Select(i => new InstrumentId((short)i));

    /// <summary>Compares the real venue, watched at every step, with the simple one.</summary>
    /// <param name="rules">One for each instrument.</param>
    /// <param name="policy">What the four accounts must hold.</param>
    /// <param name="met">Takes the kinds and reasons of all events.</param>
    public static SessionPlayer Checking(
        IReadOnlyList<InstitutionRules> rules, SettlementPolicy policy, HashSet<(EventKind Kind, byte Reason)> met)
    {
        MarketDirectory directory = DirectoryOf(rules);
        return new(
            rules, policy, met, new SimpleVenue(rules, directory, policy, Lots),
            new CheckedVenue(rules, directory, policy, Lots));
    }

    /// <summary>Watches the simple venue alone.</summary>
    public static SessionPlayer CheckingTheSimpleOne(
        IReadOnlyList<InstitutionRules> rules, SettlementPolicy policy, HashSet<(EventKind Kind, byte Reason)> met)
    {
        MarketDirectory directory = DirectoryOf(rules);
        SimpleVenue oracle = new(rules, directory, policy, Lots);
        return new(rules, policy, met, oracle, new CheckedVenue(oracle, rules, directory, policy));
    }

    /// <summary>Compares the real venue with the simple one, and checks nothing else: for long runs.</summary>
    public static SessionPlayer Comparing(
        IReadOnlyList<InstitutionRules> rules, SettlementPolicy policy, HashSet<(EventKind Kind, byte Reason)> met)
    {
        MarketDirectory directory = DirectoryOf(rules);
        return new(
            rules, policy, met, new SimpleVenue(rules, directory, policy, Lots),
            new RealVenue(rules, directory, policy, Lots));
    }

    public void Play(Session session)
    {
        foreach (Move move in session.Moves)
            Play(move);
    }

    /// <summary>Lets time pass until nothing is due any more within a while.</summary>
    public void Wait(long nanoseconds)
    {
        Timestamp end = _now + new Duration(nanoseconds);
        while (FirstDue(end) is { } due)
        {
            _now = _oracle.NextDeadline(due)!.Value;
            Step(due, venue => venue.Advance(due, _now));
        }

        _now = end;
    }

    /// <summary>Everybody cancels everything. Then every account can reserve all that it has.</summary>
    public void CheckThatNothingStaysReserved()
    {
        for (int p = 0; p < 4; p++)
        {
            foreach (InstrumentId instrument in Instruments)
            {
                Apply(default(Request) with
                {
                    Kind = RequestKind.CancelAll, Participant = new(p), Listing = new(default, instrument),
                });
            }
        }

        if (_policy != SettlementPolicy.Reserve || Instruments.Any(id => _oracle[id].IsClosed))
            return;

        for (int p = 0; p < 4; p++)
        {
            long lots = _venue.LotsOf(new(p), default);
            long cash = _venue.CashOf(new(p));
            if (lots > 0)
                CheckThatItIsAccepted(_sender.Enter(p, Side.Sell, lots, price: 1_000_000));
            if (cash > 0)
                CheckThatItIsAccepted(_sender.Enter(p, Side.Buy, 1, price: cash));
        }
    }

    void CheckThatItIsAccepted(in Request request)
    {
        Apply(request);
        Assert.Equal(EventKind.Accepted, _venue.Events.Written[0].Kind);
    }

    InstrumentId? FirstDue(Timestamp end)
    {
        (InstrumentId? first, Timestamp earliest) = (null, end);
        foreach (InstrumentId instrument in Instruments)
        {
            if (_oracle.NextDeadline(instrument) is { } due && (first is null ? due <= earliest : due < earliest))
                (first, earliest) = (instrument, due);
        }

        return first;
    }

    void Play(Move move)
    {
        if (move.Wait > 0)
            Wait(move.Wait);

        InstrumentId instrument = new((short)move.Instrument);
        bool isListed = move.Instrument >= 0 && move.Instrument < _rules.Count;
        switch (move.Kind)
        {
            case Move.CloseSession:
                if (isListed)
                    Step(instrument, venue => venue.Close(instrument));
                break;
            case Move.Refer:
                (Price? bid, Price? ask) = (ReferenceOf(move.Price), ReferenceOf(move.Trigger));
                if (isListed)
                    Step(instrument, venue => venue.Refer(instrument, bid, ask, _now));
                break;
            default:
                Apply(_sender.RequestOf(move, _now));
                break;
        }
    }

    void Apply(Request request)
    {
        InstrumentId instrument = request.Listing.Instrument;
        Step(
            instrument.Value >= 0 && instrument.Value < _rules.Count ? instrument : null,
            venue => venue.Apply(request, _now));
    }

    void Step(InstrumentId? instrument, Action<ITestedVenue> act)
    {
        act(_venue);
        if (!_isAlone)
        {
            act(_oracle);
            Compare(instrument);
        }

        foreach (ref readonly MarketEvent happened in _venue.Events.Written)
            _met.Add((happened.Kind, happened.Reason));
    }

    void Compare(InstrumentId? instrument)
    {
        // In which order the levels of a step are told does not matter.
        if (!_oracle.Events.Written.SequenceEqual(_venue.Events.Written))
            Assert.Equal(TextOf(_oracle), TextOf(_venue));
        if (instrument is not { } id)
            return;

        Assert.Equal(_oracle.NextDeadline(id), _venue.NextDeadline(id));
        if (!_oracle.Levels(id, Side.Buy).AsSpan().SequenceEqual(_venue.Levels(id, Side.Buy))
            || !_oracle.Levels(id, Side.Sell).AsSpan().SequenceEqual(_venue.Levels(id, Side.Sell)))
        {
            Assert.Equal(_oracle.Levels(id, Side.Buy), _venue.Levels(id, Side.Buy));
            Assert.Equal(_oracle.Levels(id, Side.Sell), _venue.Levels(id, Side.Sell));
        }
    }

    IEnumerable<string> TextOf(ITestedVenue venue)
    {
        ILookup<bool, MarketEvent> areLevels =
            venue.Events.Written.ToArray().ToLookup(happened => happened.Kind == EventKind.LevelChanged);
        return areLevels[false]
            .Concat(areLevels[true].OrderBy(level => level.Side).ThenBy(level => level.Price))
            .Select(happened => $"{_now.Nanoseconds} {EventText.InFull(happened)}");
    }

    static Price? ReferenceOf(long ticks) => ticks == Move.NoPrice || Math.Abs(ticks) > 100 ? null : new Price(ticks);

    static MarketDirectory DirectoryOf(IReadOnlyList<InstitutionRules> rules)
    {
        Instrument[] instruments =
            [.. rules.Select((_, i) => new Instrument { Symbol = $"I{i}", TickSize = 1, CashPerTick = i + 1 })];
        Participant[] participants =
            [.. Enumerable.Range(0, 4).Select(p => new Participant(
                $"p{p}", "people", new Cash(40 + (10 * p)), [.. rules.Select(_ => 6L + p)]))];
        return new MarketDirectory(["venue"], instruments, participants);
    }

    static RandomStream Lots(InstrumentId instrument) => new(1, $"lots/{instrument.Value}");
}
