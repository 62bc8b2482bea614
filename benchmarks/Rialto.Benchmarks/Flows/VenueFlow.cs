using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>Sends a flow through a venue: the product's own core, with its admission, identifiers, accounts and events.</summary>
sealed class VenueFlow : IFlowEngine
{
    const long Plenty = 1_000_000_000_000_000_000;

    static readonly ParticipantId Everybody = new(0);

    readonly Venue _venue;
    readonly EventBuffer _events = new();
    readonly FlowRecord[] _records;
    readonly Known[] _known;
    readonly uint[] _recordId;
    uint _lastOrder;
    TradeHash _hash = new();

    /// <param name="parameters">The flow.</param>
    /// <param name="records">Its messages.</param>
    /// <param name="policy">With <see cref="SettlementPolicy.Reserve"/>, every order is checked against an account and reserved for.</param>
    public VenueFlow(FlowParameters parameters, FlowRecord[] records, SettlementPolicy policy)
    {
        _records = records;
        Instrument[] instruments = [.. Enumerable.Range(0, parameters.Symbols).Select(i => new Instrument { Symbol = $"S{i}", TickSize = 1 })];
        MarketDirectory directory = new(["venue"], instruments, [new Participant("all", "all", new Cash(Plenty), [.. instruments.Select(_ => Plenty / 1_000_000)])]);
        _venue = new Venue(
            [.. instruments.Select(_ => new ContinuousRules())], new Clearing(directory, policy),
            id => new RandomStream(1, $"rationing/{id.Value}"));
        _known = new Known[records.Length + 1];
        _recordId = new uint[records.Length + 1];
    }

    public TradeHash Hash => _hash;

    public void Run(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            ref readonly FlowRecord record = ref _records[i];
            _events.Clear();
            _venue.Apply(RequestFor(record), new Timestamp(i), _events);
            Drain();
        }
    }

    Request RequestFor(in FlowRecord record)
    {
        Listing listing = new(default, new InstrumentId((short)record.Symbol));
        ref Known known = ref _known[record.Id];
        uint old = known.Order;
        if (record.Kind == FlowKind.Cancel)
            return new Request(
                RequestKind.Cancel, default, default, default, default, listing, Everybody, new ClientOrderId(old), default,
                default, default, default);

        uint order = ++_lastOrder;
        _recordId[order] = record.Id;
        known.Order = order;
        bool isReplace = record.Kind == FlowKind.Replace;
        return new Request(
            isReplace ? RequestKind.Replace : RequestKind.Enter, (Side)record.Side, OrderType.Limit,
            record.Kind == FlowKind.ImmediateOrCancel ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTillCanceled,
            OrderFlags.None, listing, Everybody, new ClientOrderId(order), new ClientOrderId(isReplace ? old : 0),
            new Price(record.Price), new Quantity(record.Quantity + (isReplace ? known.Executed : 0)), default);
    }

    void Drain()
    {
        uint maker = 0;
        foreach (ref readonly MarketEvent happened in _events.Written)
        {
            if (happened.Kind != EventKind.Executed)
                continue;

            uint id = _recordId[happened.Order.Value];
            _known[id].Executed += (uint)happened.Quantity.Lots;
            if (happened.Liquidity == Liquidity.Added)
                maker = id;
            else
                _hash.Add(maker, id, (int)happened.Price.Ticks, (uint)happened.Quantity.Lots);
        }
    }

    /// <summary>What a sender knows of an order of the flow: its present name, and the lots that it has executed.</summary>
    struct Known
    {
        public uint Order;
        public uint Executed;
    }
}
