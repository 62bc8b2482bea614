using Rialto.Trading;

namespace Rialto.Markets;

/// <summary>The displayed orders of one side in the order of their priority, as a monitor knows them.</summary>
/// <remarks>
/// An order that leaves, or goes to the end, leaves its place behind: it no longer counts, and is dropped as it comes
/// first.
/// </remarks>
sealed class DisplayedQueue(Side side)
{
    /// <summary>The best price is the last.</summary>
    readonly List<(Price Price, Queue<Place> Places)> _levels = [];

    public Place? First
    {
        get
        {
            for (; _levels.Count > 0; _levels.RemoveAt(_levels.Count - 1))
            {
                if (TryFirst(_levels[^1].Places, out Place first))
                    return first;
            }

            return null;
        }
    }

    /// <summary>Puts an order at the end of the queue at a price.</summary>
    public void Add(QueuedOrder order, Price price)
    {
        int place = PlaceOf(price);
        if (place < 0)
            _levels.Insert(place = ~place, (price, new Queue<Place>()));

        Queue<Place> level = _levels[place].Places;
        _ = TryFirst(level, out _); // Drops what no longer counts.
        level.Enqueue(new Place(order, price, ++order.Turn));
    }

    static bool TryFirst(Queue<Place> places, out Place first)
    {
        while (places.TryPeek(out first))
        {
            if (first.Order.Turn == first.Turn)
                return true;

            places.Dequeue();
        }

        return false;
    }

    int PlaceOf(Price price)
    {
        int low = 0;
        int high = _levels.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (_levels[middle].Price == price)
                return middle;

            if (side.IsBetter(price, _levels[middle].Price))
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}

/// <summary>An order, as a monitor knows it.</summary>
sealed class QueuedOrder(OrderNumber number, Side side, Price limit, bool isDisplayed)
{
    public OrderNumber Number { get; set; } = number;

    public Side Side => side;

    public Price Limit => limit;

    public bool IsDisplayed => isDisplayed;

    /// <summary>Which of its places in a queue counts.</summary>
    public int Turn { get; set; }
}

/// <summary>Where an order stands, or stood if <paramref name="Turn"/> is no longer its own.</summary>
readonly record struct Place(QueuedOrder Order, Price Price, int Turn);
