using Rialto.Trading;

namespace Rialto.Tests.Matching.Oracle;

/// <summary>
/// The displayed orders of a continuous auction: for each side its levels by price, for each level a queue.
/// </summary>
sealed class SimpleBook(SimpleNumbers numbers, EventBuffer events)
{
    readonly SortedDictionary<Price, SimpleLevel> _bids = new(
        Comparer<Price>.Create(static (left, right) => right.CompareTo(left)));
    readonly SortedDictionary<Price, SimpleLevel> _asks = [];
    readonly List<(Side Side, Price Price)> _changed = [];

    /// <summary>The levels of a side, best first; none of them is empty.</summary>
    public IEnumerable<SimpleLevel> Levels(Side side) => LevelsByPrice(side).Values;

    public SimpleLevel? Best(Side side)
    {
        foreach (KeyValuePair<Price, SimpleLevel> level in LevelsByPrice(side))
            return level.Value;

        return null;
    }

    /// <summary>Shows an order, or the next part of one, at the end of its level's queue.</summary>
    public void Show(SimpleOrder order)
    {
        if (!LevelsByPrice(order.Side).TryGetValue(order.Limit, out SimpleLevel? level))
            LevelsByPrice(order.Side).Add(order.Limit, level = new SimpleLevel(order.Limit));

        order.Shown = order.Displayed == 0 ? order.Remaining : Math.Min(order.Displayed, order.Remaining);
        order.Place = level.Queue.AddLast(order);
        level.Lots += order.Shown;
        NoteChange(order);
        events.OrderShown(order.Side, order.Number, order.Limit, new(order.Shown));
    }

    /// <summary>Takes lots off the shown part of an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lots">How many; not more than it shows.</param>
    /// <param name="match">The match that took them; none if they were canceled.</param>
    public void Take(SimpleOrder order, long lots, MatchNumber match)
    {
        SimpleLevel level = LevelsByPrice(order.Side)[order.Limit];
        order.Shown -= lots;
        level.Lots -= lots;
        NoteChange(order);
        events.OrderReduced(order.Side, order.Number, order.Limit, new(lots), new(order.Shown), match);
        if (order.Shown > 0)
            return;

        level.Queue.Remove(order.Place!);
        order.Place = null;
        if (level.Queue.Count == 0)
            LevelsByPrice(order.Side).Remove(order.Limit);
    }

    /// <summary>Shows the next part of an iceberg whose shown part is used up.</summary>
    public void Refill(SimpleOrder order)
    {
        if (order.Place is not null || order.Remaining == 0)
            return;

        order.Number = numbers.NextOrder();
        events.Refilled(
            order.Side, order.Participant, order.Number, order.Name, order.Limit,
            new(Math.Min(order.Displayed, order.Remaining)), new(order.Remaining));
        Show(order);
    }

    /// <summary>Tells how the levels are that have changed since.</summary>
    public void Publish()
    {
        foreach ((Side side, Price price) in _changed)
        {
            events.LevelChanged(side, LevelsByPrice(side)
                .TryGetValue(price, out SimpleLevel? level) ? level.Now : new Level(price, default, 0));
        }

        _changed.Clear();
    }

    void NoteChange(SimpleOrder order)
    {
        if (!_changed.Contains((order.Side, order.Limit)))
            _changed.Add((order.Side, order.Limit));
    }

    SortedDictionary<Price, SimpleLevel> LevelsByPrice(Side side) => side == Side.Buy ? _bids : _asks;
}

/// <summary>The displayed orders of one price, first come first served, and the sum of what they show.</summary>
sealed class SimpleLevel(Price price)
{
    public Price Price => price;

    public LinkedList<SimpleOrder> Queue { get; } = [];

    public long Lots { get; set; }

    public Level Now => new(price, new(Lots), Queue.Count);
}
