using System.Runtime.CompilerServices;
using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>
/// Sends an order flow through a venue: the product's own core, with its admission, identifiers, accounts and events.
/// </summary>
/// <remarks>
/// A replaced order keeps its name. Where the flow's identifiers ascend, as they do on an exchange's own sessions, they
/// are the sender's names; otherwise each is translated. The sender looks a few messages ahead, as a gateway does that
/// has received several, and gives the venue a hint.
/// </remarks>
public sealed class FlowReplay
{
    const int LookAhead = 16;
    const long Plenty = 1_000_000_000_000_000_000;

    static readonly ParticipantId Everybody = new(0);

    readonly Venue _venue;
    readonly EventBuffer _events;
    readonly FlowRecord[] _records;
    readonly uint[]? _names;
    readonly uint[]? _ids;
    Request[] _received = new Request[LookAhead];
    Request[] _next = new Request[LookAhead];
    uint _lastName;
    TradeHash _hash = new();

    /// <param name="flow">The messages.</param>
    /// <param name="policy">
    /// With <see cref="SettlementPolicy.Reserve"/>, every order is checked against an account and reserved for.
    /// </param>
    /// <param name="classes">Which events are written. Executions must be among them.</param>
    /// <param name="fees">What every execution is charged; null for nothing.</param>
    /// <param name="limits">What every order is checked against; null for nothing.</param>
    public FlowReplay(
        FlowFile flow, SettlementPolicy policy, EventClasses classes, FeeSchedule? fees = null,
        RiskLimits? limits = null)
    {
        _records = flow.Records;
        _events = new EventBuffer { Classes = classes };
        Instrument[] instruments =
            [.. Enumerable.Range(0, flow.Symbols).Select(i => new Instrument { Symbol = $"S{i}", TickSize = 1 })];
        MarketDirectory directory = new(["venue"], instruments, [new Participant(
            "all", "all", new Cash(Plenty), [.. instruments.Select(_ => Plenty / 1_000_000)])]);
        _venue = new Venue(
            [.. instruments.Select(_ => new ContinuousRules())],
            new Clearing(directory, policy, limits is null ? null : [limits]),
            id => new RandomStream(1, $"rationing/{id.Value}"), fees);
        if (DoIdsAscend())
            return;

        _names = new uint[_records.Max(record => record.Id) + 1L];
        _ids = new uint[_records.Length + 1];
    }

    /// <summary>Of the trades so far.</summary>
    public TradeHash Hash => _hash;

    /// <summary>How many messages were refused: mostly cancels of orders that are gone.</summary>
    public long Refused { get; private set; }

    /// <summary>Takes the messages from one place up to another.</summary>
    public void Run(int from, int to)
    {
        int following = Receive(from, to);
        for (int first = from; first < to; first += LookAhead)
        {
            (_received, _next, int count) = (_next, _received, following);
            following = Receive(first + LookAhead, to);
            Send(first, count, following);
        }
    }

    /// <summary>Translates the next few messages, as many as there are.</summary>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    int Receive(int from, int to)
    {
        int count = Math.Clamp(to - from, 0, LookAhead);
        if (count == 0)
            return 0;

        ReadOnlySpan<FlowRecord> records = _records.AsSpan(from, count);
        Span<Request> requests = _next.AsSpan(0, count);
        for (int i = 0; i < records.Length && i < requests.Length; i++)
            Write(records[i], ref requests[i]);

        if (_names is not null)
            NameAfresh(records, requests);

        return count;
    }

    /// <summary>Sends the messages that were received, and hints at the next ones.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Send(int first, int count, int following)
    {
        (EventBuffer events, Venue venue) = (_events, _venue);
        ReadOnlySpan<Request> requests = _received.AsSpan(0, count);
        ReadOnlySpan<Request> next = _next.AsSpan(0, following);
        for (int i = 0; i < requests.Length; i++)
        {
            events.Clear();
            venue.Apply(requests[i], new Timestamp(first + i), events);
            if (!events.IsEmpty)
                Drain();
            if (i < next.Length)
                venue.Prefetch(next[i]);
        }
    }

    /// <summary>
    /// By kind of record. Tables, because which kind comes next nobody can guess, and a processor that tries loses
    /// time.
    /// </summary>
    static ReadOnlySpan<RequestKind> Kinds =>
        [RequestKind.Enter, RequestKind.Cancel, RequestKind.Replace, RequestKind.Enter];

    static ReadOnlySpan<TimeInForce> TimesInForce =>
        [TimeInForce.GoodTillCanceled, TimeInForce.GoodTillCanceled, TimeInForce.GoodTillCanceled,
            TimeInForce.ImmediateOrCancel];

    /// <summary>A cancel says how many lots shall remain, and that is none.</summary>
    static ReadOnlySpan<uint> QuantityBits => [uint.MaxValue, 0, uint.MaxValue, uint.MaxValue];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Write(in FlowRecord record, ref Request request)
    {
        int kind = (int)record.Kind & 3;
        ClientOrderId name = new(record.Id);
        Quantity lots = new(record.Quantity & QuantityBits[kind]);
        request = new Request(
            Kinds[kind], (Side)record.Side, OrderType.Limit, TimesInForce[kind], OrderFlags.LeavesQuantity,
            new Listing(default, new InstrumentId((short)record.Symbol)), Everybody, name, name,
            new Price(record.Price), lots, default);
    }

    /// <summary>Gives the orders names that ascend.</summary>
    void NameAfresh(ReadOnlySpan<FlowRecord> records, Span<Request> requests)
    {
        for (int i = 0; i < records.Length; i++)
        {
            ClientOrderId name = new(NameOf(records[i]));
            requests[i] = requests[i] with { Order = name, Replaces = name };
        }
    }

    uint NameOf(in FlowRecord record)
    {
        if (record.Kind is FlowKind.Add or FlowKind.ImmediateOrCancel)
        {
            _names![record.Id] = ++_lastName;
            _ids![_lastName] = record.Id;
        }

        return _names![record.Id];
    }

    void Drain()
    {
        uint maker = 0;
        foreach (ref readonly MarketEvent happened in _events.Written)
        {
            if (happened.Kind == EventKind.Rejected)
                Refused++;
            if (happened.Kind != EventKind.Executed)
                continue;

            uint id = (uint)happened.Order.Value;
            if (_ids is not null)
                id = _ids[id];
            if (happened.Liquidity == Liquidity.Added)
                maker = id;
            else
                _hash.Add(maker, id, (int)happened.Price.Ticks, (uint)happened.Quantity.Lots);
        }
    }

    bool DoIdsAscend()
    {
        uint last = 0;
        foreach (ref readonly FlowRecord record in _records.AsSpan())
        {
            if (record.Kind is FlowKind.Cancel or FlowKind.Replace)
                continue;
            if (record.Id <= last)
                return false;

            last = record.Id;
        }

        return true;
    }
}
