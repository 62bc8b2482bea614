using Rialto.Simulation;
using Rialto.Trading;

namespace Rialto.Verification;

/// <summary>Which of two balanced queues is empty first.</summary>
/// <remarks>
/// P(up | n bids, p asks) = 1/π ∫₀^π (2 − cos t − √((2 − cos t)² − 1))^p sin(nt) cos(t/2) / sin(t/2) dt. A race has no
/// longest time, but hardly any lasts ten minutes: those that do count as a half.
/// </remarks>
sealed class ContDeLarrard : Check
{
    const int Races = 400;

    static readonly (int Bids, int Asks, double Up)[] Cells =
        [(1, 1, 0.5), (1, 2, 0.3023), (1, 3, 0.2094), (2, 1, 0.6977), (2, 3, 0.3767), (3, 1, 0.7906)];

    readonly ReferenceScenario[] _scenarios;

    public ContDeLarrard()
        : this([])
    {
    }

    ContDeLarrard(params IReadOnlyList<string> changes) => _scenarios =
    [
        .. Cells.Select(cell => new ReferenceScenario("cont-de-larrard",
            [$"agents.0.birth-death-flows.bids={cell.Bids}", $"agents.0.birth-death-flows.asks={cell.Asks}",
                .. changes])),
    ];

    public override string Name => "cont-de-larrard";

    public override string Source => "Cont and de Larrard, SIAM J. Financial Mathematics 4, 2013";

    public override string Method =>
        "Races of two queues, each grown and shrunk at the same rate, in a continuous double auction.";

    public override string Mechanism => "queues grow as fast as they shrink; broken: they do not grow";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Cells.Select(cell =>
            new Claim($"P(up), bid {cell.Bids}, ask {cell.Asks}", cell.Up, 0.02, "a share of some ten thousand races")),
    ];

    public override Check Broken => new ContDeLarrard("agents.0.birth-death-flows.limit=[0.01 / s]");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 20 : 200;

    public override IReadOnlyList<double> Observe(ulong seed) =>
        [.. _scenarios.Select(scenario => ShareUp(scenario, seed))];

    static double ShareUp(ReferenceScenario scenario, ulong seed)
    {
        double up = 0;
        for (ulong race = 0; race < Races; race++)
            up += GoesUp(scenario.Begin((seed * Races) + race));

        return up / Races;
    }

    /// <returns>One if the asks are gone first, zero if the bids are, a half if neither.</returns>
    static double GoesUp(SimulationRun run)
    {
        Listing listing = default;
        run.Market.RunUntil(Timestamp.Zero);
        while (run.Market.Now < run.End)
        {
            DisplayedBook book = run.Market.DisplayedBook(listing);
            if (!book.TryGet(Side.Sell, new Price(1000), out _))
                return 1;
            if (!book.TryGet(Side.Buy, new Price(999), out _))
                return 0;

            run.Market.RunUntil(run.Market.NextDue ?? run.End);
        }

        return 0.5;
    }
}
