using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>The product's own venue, as <c>rialto run-flow</c> drives it.</summary>
sealed class VenueFlow(
    FlowParameters parameters, FlowRecord[] records, SettlementPolicy policy, EventClasses classes,
    FeeSchedule? fees = null, RiskLimits? limits = null)
    : IFlowEngine
{
    readonly FlowReplay _replay =
        new(new FlowFile(parameters.Symbols, parameters.Prefill, records), policy, classes, fees, limits);

    /// <summary>Two tiers, with a rebate for makers, per lot and by turnover.</summary>
    public static FeeSchedule Fees { get; } = new(
        new FeeTier(0, new Fee(-1, 10), new Fee(2, 50), new Fee(1)),
        new FeeTier(1_000_000, new Fee(-2, 5), new Fee(2, 40), new Fee(1)));

    /// <summary>Every limit there is, none of which the flow reaches.</summary>
    public static RiskLimits Limits { get; } = new()
    {
        Order = new Quantity(1_000),
        Collar = new Ticks(20_000),
        Position = new Quantity(1_000_000_000_000_000),
        Short = new Quantity(1_000_000_000_000),
        OpenOrders = 1_000_000,
        Messages = new MessageRate(1_000, new Duration(500)),
        Loss = new Cash(1_000_000_000_000_000_000),
    };

    public TradeHash Hash => _replay.Hash;

    public void Run(int from, int to) => _replay.Run(from, to);
}
