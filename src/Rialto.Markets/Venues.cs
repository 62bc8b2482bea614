using Rialto.Journal;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>The venues and the clearing behind them: where an input acts, and what it makes happen.</summary>
sealed class Venues
{
    readonly ListingPlaces _places;
    readonly Clearing _clearing;
    readonly Venue[] _venues;
    readonly EventClasses[] _classes;
    readonly bool[] _isClosed;
    readonly (Price? Bid, Price? Ask)[] _references;
    readonly EventBuffer _events = new();

    /// <param name="setup">What the market is made of.</param>
    /// <param name="stream">Random numbers by name.</param>
    public Venues(MarketSetup setup, Func<string, RandomStream> stream)
    {
        MarketDirectory directory = setup.Directory;
        _places = new ListingPlaces(directory);
        _isClosed = new bool[_places.Count];
        _references = new (Price?, Price?)[_places.Count];
        _clearing = new Clearing(directory, setup.Settlement, setup.Limits);
        _classes = [.. setup.Venues.Select(venue => venue.ShowsOrders ? EventClasses.All : EventClasses.Usual)];
        _venues = [.. setup.Venues.Select((venue, v) => new Venue(
            venue.Rules, _clearing, id => stream($"rationing/{directory.Venues[v]}/{directory[id].Symbol}"),
            venue.Fees))];
    }

    /// <summary>What the venues have taken in fees, less what they have paid in rebates.</summary>
    public Cash House => _clearing.House;

    public Cash CashOf(ParticipantId participant) => _clearing.CashOf(participant);

    public long InventoryOf(ParticipantId participant, InstrumentId instrument) =>
        _clearing.InventoryOf(participant, instrument);

    public Level[] Levels(Listing listing, Side side) => _venues[listing.Venue.Value].Levels(listing.Instrument, side);

    public bool IsClosed(Listing listing) => _isClosed[_places.Of(listing)];

    /// <summary>The quotes of other venues that a listing was told last.</summary>
    public (Price? Bid, Price? Ask) ReferenceOf(Listing listing) => _references[_places.Of(listing)];

    /// <summary>When a listing next does something on its own; null if only an input can make it.</summary>
    public Timestamp? NextDeadline(Listing listing) => _venues[listing.Venue.Value].NextDeadline(listing.Instrument);

    /// <summary>Fetches what a request will need. A hint.</summary>
    public void Prefetch(in Request request) => _venues[request.Listing.Venue.Value].Prefetch(request);

    /// <returns>What happened. Valid until the next input.</returns>
    public ReadOnlySpan<MarketEvent> Apply(in Input input)
    {
        Venue venue = _venues[input.Listing.Venue.Value];
        _events.Clear();
        _events.Classes = _classes[input.Listing.Venue.Value];
        switch (input.Kind)
        {
            case InputKind.Request:
                venue.Apply(input.Request, input.At, _events);
                break;
            case InputKind.Deadline:
                venue.Advance(input.Listing.Instrument, input.At, _events);
                break;
            case InputKind.Control:
                Apply(input, venue);
                break;
        }

        return _events.Written;
    }

    void Apply(in Input input, Venue venue)
    {
        InstrumentId instrument = input.Listing.Instrument;
        switch (input.Control)
        {
            case Control.Close:
                venue.Close(instrument, _events);
                _isClosed[_places.Of(input.Listing)] = true;
                break;
            case Control.Stop:
                venue.Stop(input.Request.Participant, instrument, _events);
                break;
            case Control.Halt:
                venue.Halt(instrument, input.At, _events);
                break;
            case Control.Resume:
                venue.Resume(instrument, input.At, _events);
                break;
            case Control.Call:
                venue.Call(instrument, input.At, _events);
                break;
            case Control.Pay:
                venue.Pay(instrument, new Ticks(input.Request.Limit.Ticks), _events);
                break;
            case Control.Refer:
                (Price? bid, Price? ask) = _references[_places.Of(input.Listing)] = input.Reference;
                venue.Refer(instrument, bid, ask, input.At, _events);
                break;
        }
    }
}
