using Rialto.Feeds;

namespace Rialto.Benchmarks;

/// <summary>Makes the messages of a flow: integers only, one generator, the same on every machine.</summary>
sealed class OrderFlow
{
    readonly FlowParameters _parameters;
    readonly FlowBook[] _books;
    readonly List<FlowOrder> _orders = [new FlowOrder { Id = 0, Symbol = 0, IsBuy = false }];
    readonly FlowRecord[] _records;
    ulong _state = 42;
    TradeHash _hash = new();

    OrderFlow(FlowParameters parameters)
    {
        _parameters = parameters;
        _books = new FlowBook[parameters.Symbols];
        for (int i = 0; i < _books.Length; i++)
        {
            _books[i] = new FlowBook(_orders, (maker, taker, price, quantity) =>
                _hash.Add(maker, taker, price, quantity));
        }

        _records = new FlowRecord[parameters.Prefill + FlowParameters.Messages];
        for (int i = 0; i < _records.Length; i++)
            _records[i] = Next(i);
    }

    /// <summary>The messages; those before <see cref="FlowParameters.Prefill"/> only fill the book.</summary>
    public static FlowRecord[] Make(FlowParameters parameters)
    {
        OrderFlow flow = new(parameters);
        if (flow._hash.Value != parameters.Hash || flow._hash.Trades != parameters.Trades)
            throw new InvalidOperationException(
                $"Flow {parameters.Name} made {flow._hash.Trades} trades with hash {flow._hash.Value:x16}, expected "
                    + $"{parameters.Trades} with {parameters.Hash:x16}.");

        return flow._records;
    }

    FlowRecord Next(int index)
    {
        bool isPrefill = index < _parameters.Prefill;
        bool isMoves = _parameters.Name == 'B';
        int symbol = isPrefill ? index % _parameters.Symbols : 0;
        if (!isPrefill && _parameters.Symbols > 1)
        {
            ulong u = NextBits() >> 32;
            symbol = (int)((((u * u) >> 32) * (ulong)_parameters.Symbols) >> 32);
        }

        FlowBook book = _books[symbol];
        if (!isPrefill && !isMoves && Below(_parameters.Symbols == 1 ? 256u : 64u) == 0)
            book.Middle = Math.Clamp(book.Middle + (Below(2) != 0 ? 1 : -1), 20_000, 45_000);

        return (isPrefill ? FlowKind.Add : NextKind(book, isMoves)) switch
        {
            FlowKind.Add => Add(book, symbol),
            FlowKind.ImmediateOrCancel => Immediate(book, symbol),
            FlowKind.Cancel => Cancel(book),
            _ => Replace(book, isMoves),
        };
    }

    FlowKind NextKind(FlowBook book, bool isMoves)
    {
        uint r = Below(100);
        FlowKind kind = isMoves
            ? r < 9 ? FlowKind.Add : r < 12 ? FlowKind.ImmediateOrCancel : r < 18 ? FlowKind.Cancel : FlowKind.Replace
            : r < 45 ? FlowKind.Add : r < 85 ? FlowKind.Cancel : r < 95 ? FlowKind.Replace : FlowKind.ImmediateOrCancel;
        int live = book.Live.Count;
        if (kind == FlowKind.Cancel && live * 10 < _parameters.Target * 9)
            kind = FlowKind.Add;
        else if (kind == FlowKind.Add && live * 10 > _parameters.Target * 11)
            kind = FlowKind.Cancel;

        return live == 0 && kind is FlowKind.Cancel or FlowKind.Replace && live == 0 ? FlowKind.Add : kind;
    }

    FlowRecord Add(FlowBook book, int symbol)
    {
        bool isBuy = Below(2) == 0;
        int distance = Distance();
        int price = isBuy ? book.Middle - distance : book.Middle + distance - 1;
        return Enter(book, symbol, isBuy, price, 1 + Below(100), FlowKind.Add);
    }

    FlowRecord Immediate(FlowBook book, int symbol)
    {
        bool isBuy = Below(2) == 0;
        int x = (int)Below(8);
        int price = isBuy ? book.Middle + x : book.Middle - 1 - x;
        return Enter(book, symbol, isBuy, price, 1 + Below(100), FlowKind.ImmediateOrCancel);
    }

    FlowRecord Enter(FlowBook book, int symbol, bool isBuy, int price, uint quantity, FlowKind kind)
    {
        FlowOrder order =
            new() { Id = (uint)_orders.Count, Symbol = symbol, IsBuy = isBuy, Price = price, Quantity = quantity };
        _orders.Add(order);
        book.Enter(order.Id, rests: kind == FlowKind.Add);
        return Record(kind, order, quantity, price);
    }

    FlowRecord Cancel(FlowBook book)
    {
        FlowOrder target = Below(64) == 0 ? _orders[1 + (int)Below((uint)_orders.Count - 1)] : Target(book);
        if (target.Slot >= 0)
        {
            _books[target.Symbol].Remove(target.Id, keepsSlot: false);
            target.Quantity = 0;
        }

        return Record(FlowKind.Cancel, target, 0, 0);
    }

    FlowRecord Replace(FlowBook book, bool isMoves)
    {
        FlowOrder target = Target(book);
        int price;
        uint quantity = target.Quantity;
        if (!isMoves)
        {
            price = target.Price + (int)Below(9) - 4;
            quantity = 1 + Below(100);
        }
        else if (Below(27) == 0)
        {
            int x = (int)Below(4);
            price = target.IsBuy ? book.Middle + x : book.Middle - 1 - x;
        }
        else
        {
            int distance = Distance();
            price = target.IsBuy ? book.Middle - distance : book.Middle + distance - 1;
        }

        book.Remove(target.Id, keepsSlot: true);
        (target.Price, target.Quantity) = (price, quantity);
        book.Enter(target.Id, rests: true);
        return Record(FlowKind.Replace, target, quantity, price);
    }

    FlowOrder Target(FlowBook book)
    {
        int live = book.Live.Count;
        int index = Below(4) != 0
            ? live - 1 - (int)Below((uint)Math.Min(_parameters.Recent, live))
            : (int)Below((uint)live);
        return _orders[(int)book.Live[index]];
    }

    int Distance()
    {
        uint r = Below(100);
        return (int)(_parameters.Name switch
        {
            'B' => 1 + Below(r < 30 ? 40u : 500u),
            'C' => 1 + Below(r < 50 ? 8u : r < 80 ? 32u : 128u),
            _ => 1 + Below(r < 50 ? 16u : r < 80 ? 128u : 512u),
        });
    }

    static FlowRecord Record(FlowKind kind, FlowOrder order, uint quantity, int price) =>
        new(kind, (byte)(order.IsBuy ? 0 : 1), (ushort)order.Symbol, quantity, order.Id, price);

    uint Below(uint bound) => (uint)Math.BigMul(NextBits(), bound, out _);

    ulong NextBits()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
