using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Requests on their way, and those that have reached each venue at this instant and wait for their turn.
/// </summary>
sealed class RequestsInFlight
{
    readonly TieBreak[] _ties;
    readonly RandomStream[] _lots;
    readonly List<int>[] _arrived;
    readonly List<int> _venues = [];
    Request[] _requests = new Request[64];
    int[] _nextFree = new int[64];
    long[] _byParticipant = [];
    int[] _places = [];
    int[] _sent = [];
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

    public void Prefetch(int slot)
    {
        ref Request request = ref _requests[slot];
        Hardware.Prefetch(ref request);
        Hardware.Prefetch(ref Unsafe.Add(ref request, 1)); // A request may reach into the next line.
    }

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

    /// <summary>Gives back the place of a request that has been applied.</summary>
    public void Free(int slot)
    {
        _nextFree[slot] = _free;
        _free = slot;
    }

    public void Arrive(int slot)
    {
        int venue = _requests[slot].Listing.Venue.Value;
        if (_arrived[venue].Count == 0)
            _venues.Add(venue);

        _arrived[venue].Add(slot);
    }

    /// <summary>
    /// Takes the requests that have arrived, venue by venue in order of first arrival, ties broken as the venue does.
    /// </summary>
    public void TakeArrivals(List<int> group)
    {
        group.Clear();
        foreach (int venue in _venues)
        {
            List<int> arrived = _arrived[venue];
            if (_ties[venue] == TieBreak.Random && AreOfSeveral(arrived))
                DrawLots(CollectionsMarshal.AsSpan(arrived), _lots[venue]);

            group.AddRange(arrived);
            arrived.Clear();
        }

        _venues.Clear();
    }

    bool AreOfSeveral(List<int> arrived)
    {
        for (int i = 1; i < arrived.Count; i++)
        {
            if (_requests[arrived[i]].Participant != _requests[arrived[0]].Participant)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Shuffles whose turn each place is, then fills every participant's places with its requests in the order sent.
    /// </summary>
    void DrawLots(Span<int> arrived, RandomStream lots)
    {
        int count = arrived.Length;
        if (_byParticipant.Length < count)
        {
            int length = Math.Max(count, 2 * _byParticipant.Length);
            (_byParticipant, _places, _sent) = (new long[length], new int[length], new int[length]);
        }

        // In order of (participant, arrival); a shuffle of it says whose turn each place is.
        for (int i = 0; i < count; i++)
        {
            _byParticipant[i] = ((long)_requests[arrived[i]].Participant.Value << 32) | (uint)i;
            _places[i] = i;
            _sent[i] = arrived[i];
        }

        Array.Sort(_byParticipant, 0, count);
        lots.Shuffle(_places.AsSpan(0, count));
        for (int rank = 0; rank < count;)
        {
            int end = rank + 1;
            while (end < count && _byParticipant[end] >> 32 == _byParticipant[rank] >> 32)
                end++;

            Array.Sort(_places, rank, end - rank);
            for (; rank < end; rank++)
                arrived[_places[rank]] = _sent[(int)(_byParticipant[rank] & uint.MaxValue)];
        }
    }
}
