using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>Sends a flow through a venue: the product's own core, with its admission, identifiers, accounts and events.</summary>
/// <remarks>
/// The flow's identifiers ascend, so they are the sender's names; a replaced order keeps its name. The sender looks a few
/// messages ahead, as a gateway does that has received several, and gives the venue a hint.
/// </remarks>
sealed class VenueFlow : IFlowEngine
{
    const int LookAhead = 8;
    const long Plenty = 1_000_000_000_000_000_000;

    static readonly ParticipantId Everybody = new(0);

    readonly Venue _venue;
    readonly EventBuffer _events;
    readonly FlowRecord[] _records;
    TradeHash _hash = new();

    /// <param name="parameters">The flow.</param>
    /// <param name="records">Its messages.</param>
    /// <param name="policy">With <see cref="SettlementPolicy.Reserve"/>, every order is checked against an account and reserved for.</param>
    /// <param name="classes">Which events are written.</param>
    public VenueFlow(FlowParameters parameters, FlowRecord[] records, SettlementPolicy policy, EventClasses classes)
    {
        _records = records;
        _events = new EventBuffer { Classes = classes };
        Instrument[] instruments = [.. Enumerable.Range(0, parameters.Symbols).Select(i => new Instrument { Symbol = $"S{i}", TickSize = 1 })];
        MarketDirectory directory = new(["venue"], instruments, [new Participant("all", "all", new Cash(Plenty), [.. instruments.Select(_ => Plenty / 1_000_000)])]);
        _venue = new Venue(
            [.. instruments.Select(_ => new ContinuousRules())], new Clearing(directory, policy),
            id => new RandomStream(1, $"rationing/{id.Value}"));
    }

    public TradeHash Hash => _hash;

    public void Run(int from, int to)
    {
        Request[] ahead = new Request[LookAhead];
        for (int i = from; i < Math.Min(from + LookAhead, to); i++)
            Write(_records[i], ref ahead[i % LookAhead]);

        for (int i = from; i < to; i++)
        {
            ref Request request = ref ahead[i % LookAhead];
            _events.Clear();
            _venue.Apply(request, new Timestamp(i), _events);
            Drain();
            if (i + LookAhead >= to)
                continue;

            Write(_records[i + LookAhead], ref request);
            _venue.Prefetch(request);
        }
    }

    /// <summary>By kind of record. Tables, because which kind comes next nobody can guess, and a processor that tries loses time.</summary>
    static ReadOnlySpan<RequestKind> Kinds => [RequestKind.Enter, RequestKind.Cancel, RequestKind.Replace, RequestKind.Enter];

    static ReadOnlySpan<TimeInForce> TimesInForce =>
        [TimeInForce.GoodTillCanceled, TimeInForce.GoodTillCanceled, TimeInForce.GoodTillCanceled, TimeInForce.ImmediateOrCancel];

    static void Write(in FlowRecord record, ref Request request) => request = new Request(
        Kinds[(int)record.Kind], (Side)record.Side, OrderType.Limit, TimesInForce[(int)record.Kind], OrderFlags.LeavesQuantity,
        new Listing(default, new InstrumentId((short)record.Symbol)), Everybody, new ClientOrderId(record.Id),
        new ClientOrderId(record.Id), new Price(record.Price), new Quantity(record.Quantity), default);

    void Drain()
    {
        uint maker = 0;
        foreach (ref readonly MarketEvent happened in _events.Written)
        {
            if (happened.Kind != EventKind.Executed)
                continue;

            if (happened.Liquidity == Liquidity.Added)
                maker = (uint)happened.Order.Value;
            else
                _hash.Add(maker, (uint)happened.Order.Value, (int)happened.Price.Ticks, (uint)happened.Quantity.Lots);
        }
    }
}
