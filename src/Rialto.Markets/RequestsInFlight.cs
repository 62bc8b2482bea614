using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>Requests on their way, and those that have reached each venue at this instant and wait for their turn.</summary>
sealed class RequestsInFlight
{
    readonly TieBreak[] _ties;
    readonly RandomStream[] _lots;
    readonly List<int>[] _arrived;
    readonly List<int> _venues = [];
    Request[] _requests = new Request[64];
    int[] _nextFree = new int[64];
    int _used;
    int _free = -1;

    public RequestsInFlight(IReadOnlyList<VenueSetup> venues, Func<int, RandomStream> lots)
    {
        _ties = new TieBreak[venues.Count];
        _lots = new RandomStream[venues.Count];
        _arrived = new List<int>[venues.Count];
        for (int i = 0; i < venues.Count; i++)
        {
            _ties[i] = venues[i].Ties;
            _lots[i] = lots(i);
            _arrived[i] = [];
        }
    }

    public bool HasArrivals => _venues.Count > 0;

    public ref readonly Request this[int slot] => ref _requests[slot];

    public int Send(in Request request)
    {
        int slot = _free;
        if (slot >= 0)
        {
            _free = _nextFree[slot];
        }
        else
        {
            if (_used == _requests.Length)
            {
                Array.Resize(ref _requests, 2 * _used);
                Array.Resize(ref _nextFree, 2 * _used);
            }

            slot = _used++;
        }

        _requests[slot] = request;
        return slot;
    }

    public void Arrive(int slot)
    {
        int venue = _requests[slot].Listing.Venue.Value;
        if (_arrived[venue].Count == 0)
            _venues.Add(venue);

        _arrived[venue].Add(slot);
    }

    /// <summary>Takes the requests that have arrived, venue by venue in order of first arrival, ties broken as the venue does.</summary>
    public void TakeArrivals(List<Request> group)
    {
        group.Clear();
        foreach (int venue in _venues)
        {
            List<int> arrived = _arrived[venue];
            if (_ties[venue] == TieBreak.Random && arrived.Count > 1)
                DrawLots(arrived, _lots[venue]);

            foreach (int slot in arrived)
            {
                group.Add(_requests[slot]);
                _nextFree[slot] = _free;
                _free = slot;
            }

            arrived.Clear();
        }

        _venues.Clear();
    }

    /// <summary>
    /// Shuffles whose turn each place is, then fills every participant's places with its requests in the order sent.
    /// </summary>
    void DrawLots(List<int> arrived, RandomStream lots)
    {
        Span<int> places = new int[arrived.Count];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;

        // In order of (participant, arrival); a shuffle of it says whose turn each place is.
        List<int> byParticipant = [.. arrived];
        int[] order = [.. places];
        Array.Sort(order, (left, right) => ParticipantAt(byParticipant, left) != ParticipantAt(byParticipant, right)
            ? ParticipantAt(byParticipant, left).CompareTo(ParticipantAt(byParticipant, right))
            : left.CompareTo(right));
        lots.Shuffle(places);

        int[] turns = new int[places.Length];
        for (int rank = 0; rank < order.Length;)
        {
            int end = rank + 1;
            while (end < order.Length && ParticipantAt(byParticipant, order[end]) == ParticipantAt(byParticipant, order[rank]))
                end++;

            places[rank..end].Sort();
            for (; rank < end; rank++)
                turns[places[rank]] = order[rank];
        }

        for (int place = 0; place < turns.Length; place++)
            arrived[place] = byParticipant[turns[place]];
    }

    int ParticipantAt(List<int> slots, int index) => _requests[slots[index]].Participant.Value;
}
