namespace Rialto.Verification;

/// <summary>The probability that the midpoint moves up next, by the number of orders at the best bid and ask.</summary>
/// <remarks>
/// The paper's table 3 has them from a Laplace transform; the numbers here are those of the two birth–death chains that
/// it inverts (births at 1.85, deaths at 0.94 + 0.71 n), solved exactly. The paper's, printed with three digits, differ
/// by at most 0.001.
/// </remarks>
sealed class ContStoikovTalreja(params IReadOnlyList<string> changes) : Check
{
    static readonly (int Bids, int Asks, double Up)[] Cells =
    [
        (1, 1, 0.5), (1, 2, 0.3352), (1, 3, 0.2590), (2, 1, 0.6648), (2, 3, 0.4069), (3, 1, 0.7410), (3, 2, 0.5931),
        (4, 2, 0.6521),
    ];

    readonly ReferenceScenario _scenario = new("cont-stoikov-talreja", changes);

    public ContStoikovTalreja()
        : this([])
    {
    }

    public override string Name => "cont-stoikov-talreja";

    public override string Source => "Cont, Stoikov and Talreja, Operations Research 58(3), 2010, table 3";

    public override string Method =>
        "Poisson limit orders, market orders and cancels by distance; how often the midpoint goes up next from a state "
            + "with a spread of one tick.";

    public override string Mechanism =>
        "cancels in proportion to the queue; broken: hardly any, and more market orders instead";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Cells.Select(cell =>
            new Claim($"P(up), bid {cell.Bids}, ask {cell.Asks}", cell.Up, 0.02, "a share of some ten thousand moves")),
    ];

    public override Check Broken => new ContStoikovTalreja(
        "agents.0.birth-death-flows.cancel=[0.0001 / s]", "agents.0.birth-death-flows.market=6.5 / s");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 24 : 240;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        QueueRace race = new(largest: 4);
        _scenario.Run(seed, race);
        return [.. Cells.Select(cell => race.ShareUp(cell.Bids, cell.Asks))];
    }
}
