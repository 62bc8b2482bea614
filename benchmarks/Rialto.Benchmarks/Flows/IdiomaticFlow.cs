using Rialto.Feeds;

namespace Rialto.Benchmarks;

/// <summary>
/// The baseline: what a textbook would write in C#. Sorted dictionaries of linked lists of order objects, found through
/// a dictionary; no admission, no accounts, no events but trades.
/// </summary>
sealed class IdiomaticFlow(FlowParameters parameters, FlowRecord[] records) : IFlowEngine
{
    readonly Book[] _books = [.. Enumerable.Range(0, parameters.Symbols).Select(_ => new Book())];
    readonly Dictionary<uint, LinkedListNode<RestingOrder>> _live = [];
    TradeHash _hash = new();

    public TradeHash Hash => _hash;

    public void Run(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            FlowRecord record = records[i];
            Book book = _books[record.Symbol];
            switch (record.Kind)
            {
                case FlowKind.Add or FlowKind.ImmediateOrCancel:
                    Enter(
                        book, record.Id, record.Side == 0, record.Price, record.Quantity, record.Kind == FlowKind.Add);
                    break;
                case FlowKind.Cancel:
                    Remove(book, record.Id);
                    break;
                case FlowKind.Replace when Remove(book, record.Id):
                    Enter(book, record.Id, record.Side == 0, record.Price, record.Quantity, rests: true);
                    break;
            }
        }
    }

    void Enter(Book book, uint id, bool isBuy, int price, uint quantity, bool rests)
    {
        SortedDictionary<int, LinkedList<RestingOrder>> contra = isBuy ? book.Asks : book.Bids;
        while (quantity > 0 && contra.Count > 0)
        {
            (int best, LinkedList<RestingOrder> queue) = contra.First();
            if (isBuy ? best > price : best < price)
                break;

            RestingOrder resting = queue.First!.Value;
            uint executed = Math.Min(quantity, resting.Quantity);
            _hash.Add(resting.Id, id, best, executed);
            quantity -= executed;
            resting.Quantity -= executed;
            if (resting.Quantity == 0)
                Remove(book, resting.Id);
        }

        if (quantity == 0 || !rests)
            return;

        SortedDictionary<int, LinkedList<RestingOrder>> own = isBuy ? book.Bids : book.Asks;
        if (!own.TryGetValue(price, out LinkedList<RestingOrder>? level))
            own.Add(price, level = []);

        _live[id] = level.AddLast(new RestingOrder { Id = id, IsBuy = isBuy, Price = price, Quantity = quantity });
    }

    bool Remove(Book book, uint id)
    {
        if (!_live.Remove(id, out LinkedListNode<RestingOrder>? node))
            return false;

        LinkedList<RestingOrder> level = node.List!;
        level.Remove(node);
        if (level.Count == 0)
            (node.Value.IsBuy ? book.Bids : book.Asks).Remove(node.Value.Price);

        return true;
    }

    sealed class Book
    {
        public SortedDictionary<int, LinkedList<RestingOrder>> Bids { get; } =
            new(Comparer<int>.Create(static (left, right) => right.CompareTo(left)));

        public SortedDictionary<int, LinkedList<RestingOrder>> Asks { get; } = [];
    }

    sealed class RestingOrder
    {
        public required uint Id { get; init; }
        public required bool IsBuy { get; init; }
        public required int Price { get; init; }
        public required uint Quantity { get; set; }
    }
}
