using Rialto.Analysis;
using Rialto.Simulation;

namespace Rialto.Verification;

/// <summary>Traders who learn find the equilibrium of Smith's symmetric market within five periods.</summary>
sealed class SmithConvergence(bool areLearning) : Check
{
    static readonly string[] Rooms = ["zip", "gd", "gdx", "aa"];

    readonly ReferenceScenario _scenario = new("smith-convergence");

    public override string Name => "smith-convergence";

    public override string Source =>
        "Smith, J. Political Economy 70(2), 1962; Cliff, HPL-97-91, 1997; Gjerstad and Dickhaut, Games Econ. Behav. "
            + "22, 1998; Tesauro and Bredin, AAMAS 2002; Vytelingum, Cliff and Jennings, Artif. Intell. 172, 2008";

    public override string Method =>
        "Eleven buyers and eleven sellers with a unit each, five periods; the deviation of prices from equilibrium in "
            + "the last of them, in percent.";

    public override string Mechanism => "learning from shouts and trades; broken: everybody is a ZI-C trader";

    public override IReadOnlyList<Claim> Claims { get; } =
    [
        .. Rooms.Select(room => new Claim($"Smith's alpha in period 5, {room}", 2.5, 2.5, "published: below 5")),
    ];

    public override Check Broken => new SmithConvergence(areLearning: false);

    public override int Replications(Effort effort) => effort == Effort.Quick ? 12 : 60;

    public override IReadOnlyList<double> Observe(ulong seed)
    {
        SimulationRun run = _scenario.End(seed);
        return [.. Rooms.Select(room => LastAlpha(InducedRoom.Outcome(run, areLearning ? room : "zi-c")))];
    }

    /// <summary>That of the last period in which anybody traded.</summary>
    static double LastAlpha(InducedOutcome outcome) =>
        outcome.Periods.Select(period => period.Alpha).OfType<double>().Last();
}
