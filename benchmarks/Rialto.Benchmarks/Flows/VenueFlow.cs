using Rialto.Feeds;
using Rialto.Matching;
using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Benchmarks;

/// <summary>The product's own venue, as <c>rialto run-flow</c> drives it.</summary>
sealed class VenueFlow(FlowParameters parameters, FlowRecord[] records, SettlementPolicy policy, EventClasses classes) : IFlowEngine
{
    readonly FlowReplay _replay = new(new FlowFile(parameters.Symbols, parameters.Prefill, records), policy, classes);

    public TradeHash Hash => _replay.Hash;

    public void Run(int from, int to) => _replay.Run(from, to);
}
