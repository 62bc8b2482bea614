using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Tests.Matching.Oracle;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>Sends a flow through the simple venue of the tests, which says all that the product's says.</summary>
/// <remarks>Orders have the flow's own names, and keep them when they are replaced.</remarks>
sealed class SimpleFlow : IFlowEngine
{
    readonly SimpleVenue _venue;
    readonly FlowRecord[] _records;
    TradeHash _hash = new();

    public SimpleFlow(FlowParameters parameters, FlowRecord[] records)
    {
        Instrument[] instruments =
            [.. Enumerable.Range(0, parameters.Symbols).Select(i => new Instrument { Symbol = $"S{i}", TickSize = 1 })];
        MarketDirectory directory = new(
            ["venue"], instruments, [new Participant("all", "all", Cash.Zero, [.. instruments.Select(_ => 0L)])]);
        _venue = new SimpleVenue(
            [.. instruments.Select(_ => new ContinuousRules())], directory, SettlementPolicy.Unlimited,
            id => new RandomStream(1, $"rationing/{id.Value}"));
        _venue.Events.Classes = EventClasses.Usual;
        _records = records;
    }

    public TradeHash Hash => _hash;

    public void Run(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            _venue.Apply(RequestFor(_records[i]), new Timestamp(i));
            Hear(_venue.Events.Written);
        }
    }

    static Request RequestFor(in FlowRecord record)
    {
        Request request = default(Request) with
        {
            Kind = record.Kind switch
            {
                FlowKind.Cancel => RequestKind.Cancel,
                FlowKind.Replace => RequestKind.Replace,
                _ => RequestKind.Enter,
            },
            Listing = new Listing(default, new InstrumentId((short)record.Symbol)),
            Order = new ClientOrderId(record.Id),
        };
        return record.Kind == FlowKind.Cancel ? request : request with
        {
            Side = (Side)record.Side,
            TimeInForce = record.Kind == FlowKind.ImmediateOrCancel
                ? TimeInForce.ImmediateOrCancel
                : TimeInForce.GoodTillCanceled,
            Flags = OrderFlags.LeavesQuantity,
            Replaces = record.Kind == FlowKind.Replace ? request.Order : default,
            Limit = new Price(record.Price),
            Quantity = new Quantity(record.Quantity),
        };
    }

    void Hear(ReadOnlySpan<MarketEvent> events)
    {
        uint maker = 0;
        foreach (ref readonly MarketEvent happened in events)
        {
            if (happened.Kind != EventKind.Executed)
                continue;

            uint id = (uint)happened.Order.Value;
            if (happened.Liquidity == Liquidity.Added)
                maker = id;
            else
                _hash.Add(maker, id, (int)happened.Price.Ticks, (uint)happened.Quantity.Lots);
        }
    }
}
