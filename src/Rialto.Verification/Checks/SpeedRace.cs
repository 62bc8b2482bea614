using Rialto.Simulation;

namespace Rialto.Verification;

/// <summary>Being a microsecond faster is everything in a continuous market, and nothing in a batch auction.</summary>
sealed class SpeedRace(string rationing) : Check
{
    const int Racers = 5;

    readonly ReferenceScenario _continuous = new("speed-race");
    readonly ReferenceScenario _batches = new(
        "speed-race",
        ["venues.exchange.institution.batch=100 ms", $"venues.exchange.institution.rationing={rationing}"]);

    public SpeedRace()
        : this("random-by-age")
    {
    }

    public override string Name => "speed-race";

    public override string Source => "Budish, Cramton and Shim, Quarterly J. Economics 130(4), 2015";

    public override string Method =>
        "Five snipers, each a microsecond slower than the one before, and a quote that is canceled after 150 ms.";

    public override string Mechanism => "who trades in a batch is drawn by lot; broken: time priority inside the batch";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "races won by the fastest, continuous", 1, 0.001,
            "the first to arrive trades, unless the quote comes between two of them"),
        new("races won by the fastest, batches", 0.2, 0.03, "a share of some thousand races"),
    ];

    public override Check Broken => new SpeedRace("time");

    public override int Replications(Effort effort) => effort == Effort.Quick ? 10 : 100;

    public override IReadOnlyList<double> Observe(ulong seed) =>
        [WonByTheFastest(_continuous, seed), WonByTheFastest(_batches, seed)];

    static double WonByTheFastest(ReferenceScenario scenario, ulong seed)
    {
        SimulationRun run = scenario.Begin(seed);
        GainsMeter gains = new(run.Setup.Values[0]!, Racers + 1);
        run.Market.Add(gains);
        run.Market.RunUntil(run.End);
        double all = Enumerable.Range(1, Racers).Sum(racer => gains.ExecutionsOf(new(racer)));
        return gains.ExecutionsOf(new(1)) / all;
    }
}
