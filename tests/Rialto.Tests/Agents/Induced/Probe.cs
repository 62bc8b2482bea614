using Rialto.Agents;
using Rialto.Simulation;
using Rialto.Tests.House;
using Rialto.Tests.Simulation;
using Rialto.Trading;
namespace Rialto.Tests.Agents;
public sealed class Probe
{
    [Theory]
    [InlineData("gode-sunder-1")]
    [InlineData("gode-sunder-2")]
    [InlineData("gode-sunder-4")]
    public void Show(string name)
    {
        foreach (string kind in new[] { "zero-intelligence-constrained", "zero-intelligence-unconstrained" })
        {
        string text = File.ReadAllText(Repository.PathOf($"scenarios/reference/{name}.yaml")).Replace("- zero-intelligence-constrained", "- " + kind);
        Scenario s = ScenarioText.Read(text);
        SimulationRun run = ScenarioRun.Run(s, 1);
        Assert.Empty(run.Market.StoppedAgents);
        List<double> eff = [];
        for (int k = 0; k < 100; k++)
        {
            List<long> vals = [], costs = []; long surplus = 0;
            foreach (var a in run.Setup.Agents.Select(a => (InducedTrader)a.Agent))
                foreach (InducedUnit u in a.Units)
                    if ((int)(u.Given.Nanoseconds / 100_000_000_000) == k)
                    {
                        (u.Side == Side.Buy ? vals : costs).Add(u.Value.Ticks);
                        if (u.TradedAt is not null) surplus += u.Side.Sign * u.Value.Ticks;
                    }
            vals.Sort(); vals.Reverse(); costs.Sort();
            long max = vals.Zip(costs).Where(p => p.First > p.Second).Sum(p => p.First - p.Second);
            eff.Add(100.0 * surplus / max);
        }
        double mean = eff.Average(), sd = Math.Sqrt(eff.Sum(e => (e - mean) * (e - mean)) / 99);
        Console.WriteLine($"{name} {kind} {mean:F3} se {sd / 10:F3} steps {run.Market.Steps} min {eff.Min():F2}");
        }
    }
}
