using System.Globalization;
using System.Text;
using Rialto.Trading;

namespace Rialto.Tests.Feeds;

/// <summary>
/// A small market with a full book, which writes what a LOBSTER pair with fewer levels would record of it.
/// </summary>
/// <remarks>
/// As LOBSTER does, it writes a message only if the best levels differ afterwards, or if a hidden order was executed.
/// Orders also rest before the tape begins, and change while they are out of view.
/// </remarks>
sealed class SimulatedTape
{
    const long Start = 1_000_000;
    const long Step = 100;

    readonly RandomStream _random;
    readonly int _levels;
    readonly int _restingOrders;
    readonly List<Resting> _orders = [];
    readonly StringBuilder _messages = new();
    readonly StringBuilder _rows = new();
    long _references;
    long _nanoseconds = 34_200_000_000_000;

    public SimulatedTape(RandomStream random, int levels, int restingOrders)
    {
        _random = random;
        _levels = levels;
        _restingOrders = restingOrders;
        for (int i = 0; i < 10 * restingOrders; i++)
            Act();
    }

    /// <summary>Runs the market until the files have so many lines.</summary>
    public (string Messages, string Book) Write(int lines)
    {
        string shown = View();
        for (int written = 0; written < lines;)
        {
            string message = Act();
            string now = View();
            if (now == shown && message[0] != '5')
                continue;

            _nanoseconds += (long)_random.NextBelow(3) * _random.NextBetween(1, 2_000_000);
            decimal seconds = _nanoseconds / 1_000_000_000m;
            _messages.Append(CultureInfo.InvariantCulture, $"{seconds:0.#########},{message}\n");
            _rows.Append(now).Append('\n');
            shown = now;
            written++;
        }

        return (_messages.ToString(), _rows.ToString());
    }

    /// <summary>Does one thing and tells it as a message file would, without the time.</summary>
    string Act()
    {
        if (_orders.Count == 0 || _random.NextBelow((ulong)(2 * _restingOrders)) >= (ulong)_orders.Count)
            return Enter();

        return _random.NextBelow(10) switch
        {
            < 3 => ReduceAny(),
            < 6 => EndAny(),
            < 9 => ExecuteBest(),
            _ => $"5,0,{_random.NextBetween(1, 99)},{Start + (Step / 2)},{_random.NextSide().Sign}",
        };
    }

    string Enter()
    {
        Side side = _random.NextSide();
        long distance = Step * _random.NextBetween(1, 12);
        long contra = BestPrice(side.Opposite) ?? BestPrice(side) ?? Start;
        Resting order =
            new(++_references, side, contra - (side.Sign * distance)) { Left = _random.NextBetween(1, 200) };
        _orders.Add(order);
        return order.Tell(1, order.Left);
    }

    string ReduceAny()
    {
        Resting order = Any();
        long canceled = _random.NextBetween(1, order.Left);
        return canceled == order.Left ? End(order, 3) : Take(order, 2, canceled);
    }

    string EndAny() => End(Any(), 3);

    string ExecuteBest()
    {
        Side side = Any().Side;
        Resting order = _orders.First(one => one.Side == side && one.Price == BestPrice(side));
        long executed = _random.NextBetween(1, order.Left);
        return executed == order.Left ? End(order, 4) : Take(order, 4, executed);
    }

    Resting Any() => _orders[(int)_random.NextBelow((ulong)_orders.Count)];

    string End(Resting order, int kind)
    {
        _orders.Remove(order);
        return order.Tell(kind, order.Left);
    }

    static string Take(Resting order, int kind, long taken)
    {
        order.Left -= taken;
        return order.Tell(kind, taken);
    }

    long? BestPrice(Side side) =>
        _orders.Where(order => order.Side == side).Max(order => order.Price * side.Sign as long?) * side.Sign;

    string View()
    {
        List<(long Price, long Left)> asks = Best(Side.Sell);
        List<(long Price, long Left)> bids = Best(Side.Buy);
        return string.Join(',', Enumerable.Range(0, _levels).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{asks[i].Price},{asks[i].Left},{bids[i].Price},{bids[i].Left}")));
    }

    List<(long Price, long Left)> Best(Side side) =>
    [
        .. _orders.Where(order => order.Side == side).GroupBy(order => order.Price)
            .OrderByDescending(level => level.Key * side.Sign)
            .Select(level => (level.Key, level.Sum(order => order.Left)))
            .Concat(Enumerable.Repeat((side.Sign * -9_999_999_999, 0L), _levels)).Take(_levels),
    ];

    sealed record Resting(long Reference, Side Side, long Price)
    {
        public long Left { get; set; }

        public string Tell(int kind, long quantity) =>
            FormattableString.Invariant($"{kind},{Reference},{quantity},{Price},{Side.Sign}");
    }
}
