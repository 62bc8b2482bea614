using Rialto.Agents;
using Rialto.Journal;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>What happens at times that no agent chooses: deadlines of listings, moves of values, dividends.</summary>
sealed class Calendar
{
    readonly Market _market;
    readonly MarketSetup _setup;
    readonly Venues _venues;
    readonly ListingPlaces _places;
    readonly Timestamp[] _scheduledDeadline;

    /// <param name="market">The carrier, in whose queue everything stands.</param>
    /// <param name="setup">Which values there are, and who pays dividends.</param>
    /// <param name="venues">Who know their deadlines.</param>
    public Calendar(Market market, MarketSetup setup, Venues venues)
    {
        (_market, _setup, _venues, _places) = (market, setup, venues, new ListingPlaces(setup.Directory));
        _scheduledDeadline = new Timestamp[_places.Count];
        Array.Fill(_scheduledDeadline, Timestamp.Never);
    }

    public void Begin()
    {
        for (int place = 0; place < _places.Count; place++)
            ScheduleDeadline(_places.At(place));
        for (int i = 0; i < _setup.Values.Count; i++)
            ScheduleMove(i, _setup.Values[i]?.NextMove(Timestamp.Zero));
        for (int i = 0; i < _setup.Dividends.Count; i++)
            SchedulePayment(i, 0);
    }

    /// <summary>Takes in the deadline that a listing has after a step, if it is earlier than what it had.</summary>
    public void ScheduleDeadline(Listing listing)
    {
        int place = _places.Of(listing);
        if (_venues.NextDeadline(listing) is not { } due || due >= _scheduledDeadline[place])
            return;

        _scheduledDeadline[place] = due;
        _market.Queue.Add(new QueueEntry(due.Nanoseconds, DueKind.Deadline, place));
    }

    public void MeetDeadline(int place)
    {
        Listing listing = _places.At(place);
        if (_scheduledDeadline[place] <= _market.Now)
            _scheduledDeadline[place] = Timestamp.Never;

        if (_venues.NextDeadline(listing) <= _market.Now)
            _market.Apply(Input.OfDeadline(_market.Now, listing));
        else
            ScheduleDeadline(listing);
    }

    public void MoveValue(int instrument)
    {
        FundamentalValue value = _setup.Values[instrument]!;
        _market.Show(new InstrumentId((short)instrument), value);
        ScheduleMove(instrument, value.NextMove(_market.Now));
    }

    public void Pay(int instrument, int payment)
    {
        Ticks amount = _setup.Dividends[instrument]!.Payments[payment].Amount;
        _market.Apply(Input.OfPayment(_market.Now, new Listing(new(0), new((short)instrument)), amount));
        SchedulePayment(instrument, payment + 1);
    }

    void ScheduleMove(int instrument, Timestamp? move)
    {
        if (move is { } at && at != Timestamp.Never)
            _market.Queue.Add(new QueueEntry(at.Nanoseconds, DueKind.Value, instrument));
    }

    void SchedulePayment(int instrument, int payment)
    {
        if (_setup.Dividends[instrument] is { } dividends && payment < dividends.Payments.Count)
        {
            _market.Queue.Add(
                new QueueEntry(dividends.Payments[payment].At.Nanoseconds, DueKind.Payment, instrument, payment));
        }
    }
}
