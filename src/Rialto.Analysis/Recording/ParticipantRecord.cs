using Rialto.Trading;

namespace Rialto.Analysis;

/// <summary>What the participants of a run held and were worth, over time and in the end.</summary>
sealed class ParticipantRecord
{
    const long MostSampledValues = 20_000_000;

    readonly MarketDirectory _directory;
    readonly Horizon _horizon;
    readonly StepSeries[][] _named;
    readonly List<Timestamp> _instants = [];
    readonly int _samples;

    public ParticipantRecord(MarketDirectory directory, Horizon horizon)
    {
        _directory = directory;
        _horizon = horizon;
        Accounts = new(directory);
        NetWorth = new(Accounts.Count);
        Inventory = [.. directory.Instruments.Select(_ => new ParticipantPaths(Accounts.Count))];
        _samples = (int)Math.Clamp(MostSampledValues / (Accounts.Count + 1L), 60, 480);
        _named = Accounts.Count > ParticipantPaths.MostNamed ? [] :
            [.. Enumerable.Range(0, Accounts.Count).Select(p => OpenInventories(p))];
    }

    public Accounts Accounts { get; }

    /// <summary>Whether anyone traded, so that there is something to tell.</summary>
    public bool HasTraded { get; private set; }

    /// <summary>Whether anyone paid a fee or received a rebate.</summary>
    public bool HasFees { get; private set; }

    /// <summary>When the paths were sampled.</summary>
    public IReadOnlyList<Timestamp> Instants => _instants;

    /// <summary>In cash units.</summary>
    public ParticipantPaths NetWorth { get; }

    /// <summary>In lots, by instrument. Used when participants are too many to follow each exactly.</summary>
    public IReadOnlyList<ParticipantPaths> Inventory { get; }

    /// <summary>A participant's exact inventory of an instrument, in lots; null if participants are too many.</summary>
    public StepSeries? InventoryOf(int participant, int instrument) =>
        _named.Length > 0 ? _named[participant][instrument] : null;

    /// <summary>What each is worth in the end, in cash units; null if something held never had a price.</summary>
    public IReadOnlyList<double?> FinalWorth { get; private set; } = [];

    /// <summary>What each had to begin with, at the first prices shown, in cash units.</summary>
    public IReadOnlyList<double?> OpeningWorth { get; private set; } = [];

    public void Execute(Timestamp at, in MarketEvent executed, InstrumentId instrument)
    {
        HasTraded = true;
        Accounts.Execute(executed, instrument);
        if (_named.Length > 0)
        {
            int participant = executed.Participant.Value;
            _named[participant][instrument.Value].Add(
                Timestamp.Latest(at, _horizon.Start), Accounts.LotsOf(participant, instrument.Value));
        }
    }

    public void Charge(in MarketEvent charged)
    {
        HasFees = true;
        Accounts.Charge(charged);
    }

    /// <summary>Takes the samples that are due at <paramref name="at"/>, of what everyone had just before.</summary>
    /// <returns>When the next is due.</returns>
    public Timestamp SampleUntil(Timestamp at, long?[] marks)
    {
        while (_instants.Count < _samples && Due <= at)
            Sample(Due, marks);

        return _instants.Count < _samples ? Due : Timestamp.Never;
    }

    /// <summary>
    /// Takes the samples that remain; the last one, at the horizon's end, is of what everyone has then.
    /// </summary>
    public void Finish(long?[] marks, long?[] firstMarks)
    {
        SampleUntil(_horizon.End, marks);
        Sample(_horizon.End, marks);

        Accounts opening = new(_directory);
        OpeningWorth = [.. Enumerable.Range(0, Accounts.Count).Select(p => opening.NetWorth(p, firstMarks))];
        FinalWorth = [.. Enumerable.Range(0, Accounts.Count).Select(p => Accounts.NetWorth(p, marks))];
    }

    Timestamp Due =>
        _horizon.Start + new Duration((long)((Int128)_horizon.Length.Nanoseconds * _instants.Count / _samples));

    void Sample(Timestamp at, long?[] marks)
    {
        _instants.Add(at);
        NetWorth.Take(participant => Accounts.NetWorth(participant, marks));
        if (_named.Length > 0)
            return;

        for (int i = 0; i < Inventory.Count; i++)
        {
            int instrument = i;
            Inventory[i].Take(participant => Accounts.LotsOf(participant, instrument));
        }
    }

    StepSeries[] OpenInventories(int participant)
    {
        StepSeries[] inventories = new StepSeries[_directory.Instruments.Count];
        for (int i = 0; i < inventories.Length; i++)
        {
            inventories[i] = new(_horizon, ListingRecord.SeriesSpans);
            inventories[i].Add(_horizon.Start, Accounts.LotsOf(participant, i));
        }

        return inventories;
    }
}
