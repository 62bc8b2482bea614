using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>Folds a run, while it happens, into what its measures and its report need.</summary>
/// <remarks>
/// Bounded memory whatever the number of events, a few megabytes per listing that is traded; O(1) per event; the same
/// steps give the same record. A market of tapes has no executions, hence no participants to tell about.
/// </remarks>
public sealed class RunRecord : IMarketListener
{
    readonly ListingRecord?[] _listings;
    readonly ParticipantRecord _participants;
    readonly long?[] _values;
    Timestamp _due;
    readonly Duration _sampling;
    bool _isFinished;

    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="horizon">What the time axes show. Steps after its end still count for trades and accounts.</param>
    public RunRecord(MarketDirectory directory, Horizon horizon)
        : this(directory, horizon, SamplingInterval.Of(horizon))
    {
    }

    /// <param name="directory">Who and what is in the market.</param>
    /// <param name="horizon">What the time axes show.</param>
    /// <param name="sampling">How often midpoints are taken for returns.</param>
    internal RunRecord(MarketDirectory directory, Horizon horizon, Duration sampling)
    {
        _sampling = sampling;
        Directory = directory;
        Horizon = horizon;
        _listings = new ListingRecord?[directory.Venues.Count * directory.Instruments.Count];
        _participants = new(directory, horizon);
        _values = new long?[directory.Instruments.Count];
        _due = horizon.Start;
        Values = [.. directory.Instruments.Select(_ => new StepSeries(horizon, ListingRecord.SeriesSpans))];
    }

    public MarketDirectory Directory { get; }
    public Horizon Horizon { get; }

    /// <summary>How many inputs were applied.</summary>
    public long Steps { get; private set; }

    /// <summary>How many events they caused.</summary>
    public long Events { get; private set; }

    /// <summary>How many matches there were, at all venues.</summary>
    public long Trades { get; private set; }

    /// <summary>How often an agent described itself.</summary>
    public long AgentStates { get; private set; }

    /// <summary>
    /// What traders with induced values were given and have done; told by the driver when the run has ended.
    /// </summary>
    public IReadOnlyList<InducedLedger> Ledgers { get; set; } = [];

    /// <summary>The listings in which something happened, by instrument and venue.</summary>
    internal IEnumerable<ListingRecord> Listings =>
        from i in Enumerable.Range(0, Directory.Instruments.Count)
        from v in Enumerable.Range(0, Directory.Venues.Count)
        let listing = _listings[IndexOf(v, i)]
        where listing is not null
        select listing;

    /// <summary>The path of each instrument's fundamental value, in ticks.</summary>
    internal IReadOnlyList<StepSeries> Values { get; }

    internal ParticipantRecord Participants => _participants;

    /// <summary>The best quotes of a listing now; absent before anything happened there.</summary>
    internal BestBidOffer BestOf(Listing listing) =>
        _listings[IndexOf(listing.Venue.Value, listing.Instrument.Value)]?.Best ?? default;

    public void OnStep(in Step step)
    {
        Timestamp at = step.Input.At;
        if (at >= _due)
            _due = _participants.SampleUntil(at, Marks());

        Steps++;
        Events += step.Events.Length;
        if (step.Events.IsEmpty)
            return;

        Listing listing = step.Input.Listing;
        RecordOf(listing).Apply(step);
        foreach (ref readonly MarketEvent happened in step.Events)
        {
            if (happened.Kind == EventKind.Executed)
                _participants.Execute(at, happened, listing.Instrument);
            else if (happened.Kind == EventKind.Charged)
                _participants.Charge(happened);
            else if (happened.Kind == EventKind.Trade)
                Trades++;
        }
    }

    public void OnAgentState(AgentState state) => AgentStates++;

    public void OnValue(Timestamp at, InstrumentId instrument, Price value)
    {
        at = Timestamp.Latest(at, Horizon.Start);
        _values[instrument.Value] = value.Ticks;
        if (at < Horizon.End)
            Values[instrument.Value].Add(at, value.Ticks);
        for (int v = 0; v < Directory.Venues.Count; v++)
            _listings[IndexOf(v, instrument.Value)]?.OnValue(at, value);
    }

    /// <summary>
    /// Lets everything last until the horizon's end; nothing may happen after. Calling it again does nothing.
    /// </summary>
    public void Finish()
    {
        if (_isFinished)
            return;

        _isFinished = true;
        foreach (ListingRecord listing in Listings)
        {
            listing.Finish();
            listing.Induced = InducedOutcome.Of(Ledgers.Where(ledger => ledger.Home == listing.Listing));
        }

        _participants.Finish(Marks(), FirstMarks());
    }

    ListingRecord RecordOf(Listing listing) =>
        _listings[IndexOf(listing.Venue.Value, listing.Instrument.Value)] ?? Open(listing);

    ListingRecord Open(Listing listing)
    {
        ListingRecord opened = new(listing, Horizon, _sampling);
        _listings[IndexOf(listing.Venue.Value, listing.Instrument.Value)] = opened;
        if (_values[listing.Instrument.Value] is { } value)
            opened.OnValue(Values[listing.Instrument.Value].Last.At, new Price(value));

        return opened;
    }

    int IndexOf(int venue, int instrument) => (instrument * Directory.Venues.Count) + venue;

    /// <summary>What a lot of each instrument is worth: its mark at the first venue that has one.</summary>
    long?[] Marks() => MarksBy(listing => listing.MarkHalfTicks);

    long?[] FirstMarks() => MarksBy(listing => listing.FirstMarkHalfTicks);

    long?[] MarksBy(Func<ListingRecord, long?> mark)
    {
        long?[] marks = new long?[Directory.Instruments.Count];
        for (int i = 0; i < marks.Length; i++)
        {
            for (int v = 0; v < Directory.Venues.Count && marks[i] is null; v++)
                marks[i] = _listings[IndexOf(v, i)] is { } listing ? mark(listing) : null;
        }

        return marks;
    }
}
