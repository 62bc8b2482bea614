using Rialto.Analysis;
using Rialto.Simulation;

namespace Rialto.Verification;

/// <summary>How the traders with induced values of one venue fared.</summary>
static class InducedRoom
{
    /// <param name="run">A run that has ended.</param>
    /// <param name="venue">The room.</param>
    public static InducedOutcome Outcome(SimulationRun run, string venue) =>
        InducedOutcome.Of(run.Ledgers.Where(ledger => run.Market.Directory[ledger.Home.Venue] == venue))
        ?? throw new InvalidOperationException($"Nobody in '{venue}' has induced values.");
}
