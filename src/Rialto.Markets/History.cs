using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>
/// The recent end of a sequence, addressed by place in the whole sequence. Old items are forgotten on request.
/// </summary>
sealed class History<T>
{
    T[] _items = new T[64];

    /// <summary>The place of the oldest item kept.</summary>
    public long First { get; private set; }

    /// <summary>The place after the newest item.</summary>
    public long End { get; private set; }

    public ref readonly T this[long place] => ref _items[place & (_items.Length - 1)];

    public void Add(in T item)
    {
        if (End - First == _items.Length)
            Grow();

        _items[End++ & (_items.Length - 1)] = item;
    }

    public void ForgetBefore(long place)
    {
        Invariant.Holds(place <= End, $"forget before {place} of {End}");
        First = Math.Max(First, place);
    }

    void Grow()
    {
        T[] larger = new T[2 * _items.Length];
        for (long place = First; place < End; place++)
            larger[place & (larger.Length - 1)] = _items[place & (_items.Length - 1)];

        _items = larger;
    }
}
