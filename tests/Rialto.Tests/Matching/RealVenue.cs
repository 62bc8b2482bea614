using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The product's venue, as tests ask it.</summary>
sealed class RealVenue : ITestedVenue
{
    readonly Venue _venue;
    readonly Clearing _clearing;

    public RealVenue(
        IReadOnlyList<InstitutionRules> rules, MarketDirectory directory, SettlementPolicy policy,
        Func<InstrumentId, RandomStream> lots, FeeSchedule? fees = null, IReadOnlyList<RiskLimits?>? limits = null)
    {
        _clearing = new Clearing(directory, policy, limits);
        _venue = new Venue(rules, _clearing, lots, fees);
    }

    /// <summary>
    /// Whether it takes all types of orders, and tells order by order what it displays: then everything is tested with
    /// them.
    /// </summary>
    public static bool KnowsEveryOrder => true;

    public EventBuffer Events { get; } = new() { Classes = KnowsEveryOrder ? EventClasses.All : EventClasses.Usual };

    public void Apply(in Request request, Timestamp now)
    {
        Events.Clear();
        _venue.Apply(request, now, Events);
    }

    public void Advance(InstrumentId instrument, Timestamp deadline)
    {
        Events.Clear();
        _venue.Advance(instrument, deadline, Events);
    }

    public void Refer(InstrumentId instrument, Price? bid, Price? ask, Timestamp now)
    {
        Events.Clear();
        _venue.Refer(instrument, bid, ask, now, Events);
    }

    public void Halt(InstrumentId instrument, Timestamp now)
    {
        Events.Clear();
        _venue.Halt(instrument, now, Events);
    }

    public void Resume(InstrumentId instrument, Timestamp now)
    {
        Events.Clear();
        _venue.Resume(instrument, now, Events);
    }

    public void Call(InstrumentId instrument, Timestamp now)
    {
        Events.Clear();
        _venue.Call(instrument, now, Events);
    }

    public void Close(InstrumentId instrument)
    {
        Events.Clear();
        _venue.Close(instrument, Events);
    }

    public void Stop(ParticipantId participant, InstrumentId instrument)
    {
        Events.Clear();
        _venue.Stop(participant, instrument, Events);
    }

    public long House => _clearing.House.Units;

    public Timestamp? NextDeadline(InstrumentId instrument) => _venue.NextDeadline(instrument);

    public Level[] Levels(InstrumentId instrument, Side side) => _venue.Levels(instrument, side);

    public long CashOf(ParticipantId participant) => _clearing.CashOf(participant).Units;

    public long LotsOf(ParticipantId participant, InstrumentId instrument) =>
        _clearing.InventoryOf(participant, instrument);
}
