using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// Private events on their way to the agents: one pool for all, in which every port's letters are a list.
/// </summary>
sealed class Letters
{
    const int None = -1;

    Letter[] _letters = new Letter[256];
    int _used;
    int _free = None;

    public ref readonly Letter this[int place] => ref _letters[place];

    public void Prefetch(int place) => Hardware.Prefetch(ref _letters[place]);

    /// <summary>Puts a letter in its place: after all that are due at the same time or before.</summary>
    public void Add(ref LetterList list, Timestamp due, Listing listing, in MarketEvent answer)
    {
        int place = _free;
        if (place != None)
        {
            _free = _letters[place].Next;
        }
        else
        {
            if (_used == _letters.Length)
                Array.Resize(ref _letters, 2 * _used);

            place = _used++;
        }

        ref Letter letter = ref _letters[place];
        (letter.Due, letter.Listing, letter.Next) = (due, listing, None);
        letter.Answer = answer;
        if (list.IsEmpty)
            list = new LetterList(place, place);
        else if (due >= _letters[list.Last].Due)
            (_letters[list.Last].Next, list) = (place, list with { Last = place });
        else
            Insert(ref list, place);
    }

    /// <summary>When the last letter from a venue is due; zero if none is under way.</summary>
    public Timestamp LastDue(in LetterList list, VenueId venue)
    {
        Timestamp last = Timestamp.Zero;
        for (int place = list.First; place != None; place = _letters[place].Next)
            last = _letters[place].Listing.Venue == venue ? _letters[place].Due : last;

        return last;
    }

    public void RemoveFirst(ref LetterList list)
    {
        int place = list.First;
        int next = _letters[place].Next;
        list = next == None ? LetterList.Empty : list with { First = next };
        _letters[place].Next = _free;
        _free = place;
    }

    /// <summary>A letter from a near venue overtakes those from a far one.</summary>
    void Insert(ref LetterList list, int place)
    {
        Timestamp due = _letters[place].Due;
        int before = None;
        for (int next = list.First; _letters[next].Due <= due; next = _letters[next].Next)
            before = next;

        if (before == None)
            (_letters[place].Next, list) = (list.First, list with { First = place });
        else
            (_letters[place].Next, _letters[before].Next) = (_letters[before].Next, place);
    }
}

/// <summary>A port's letters, in order of their due times.</summary>
readonly record struct LetterList(int First, int Last)
{
    public static LetterList Empty { get; } = new(-1, -1);

    public bool IsEmpty => First < 0;
}

/// <summary>A private event and when it reaches its agent.</summary>
struct Letter
{
    public Timestamp Due;
    public Listing Listing;
    public int Next;
    public MarketEvent Answer;
}
