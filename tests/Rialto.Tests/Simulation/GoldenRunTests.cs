using System.Globalization;
using Rialto.Simulation;
using Rialto.Tests.House;

namespace Rialto.Tests.Simulation;

/// <summary>
/// Every shipped scenario gives the same events on every machine and under every culture. The golden files are
/// rewritten by <c>./test golden</c>; a difference is reviewed like code, and named in the changelog.
/// </summary>
public sealed class GoldenRunTests
{
    const ulong Seed = 7;

    public static TheoryData<string, string> Runs
    {
        get
        {
            TheoryData<string, string> runs = [];
            foreach (string file in Repository.Scenarios)
            {
                // Once is enough for the many small scenarios that show one strategy each, and for the long ones.
                bool isOnce = file.StartsWith("scenarios/agents/", StringComparison.Ordinal)
                    || file.StartsWith("scenarios/reference/", StringComparison.Ordinal);
                foreach (string culture in isOnce ? (string[])[""] : ["", "de-DE", "tr-TR"])
                    runs.Add(file, culture);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_shipped_scenario_gives_the_events_it_always_gave(string file, string culture)
    {
        string golden = Repository.PathOf($"tests/Rialto.Tests/Golden/{NameOf(file)}.txt");
        string summary = Summary(file, culture);
        if (Environment.GetEnvironmentVariable("RIALTO_GOLDEN") == "rewrite" && culture.Length == 0)
            File.WriteAllText(golden, summary);

        Assert.True(File.Exists(golden), $"{golden} is missing: ./test golden writes it.");
        if (culture.Length == 0 || Environment.GetEnvironmentVariable("RIALTO_GOLDEN") != "rewrite")
            Assert.Equal(File.ReadAllText(golden), summary);
    }

    /// <summary>The scenario's file name; two of one name are told apart by their folder.</summary>
    static string NameOf(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        string folder = Path.GetFileName(Path.GetDirectoryName(file)!);
        return folder != "scenarios" && Repository.Files.Contains($"scenarios/{name}.yaml") ? $"{folder}-{name}" : name;
    }

    static string Summary(string file, string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Scenario scenario = ScenarioRun.Read(Repository.PathOf(file));
            SimulationRun run = ScenarioRun.Run(scenario, Seed);
            Assert.Empty(run.Market.StoppedAgents);
            return string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}, seed {Seed}\nhash "
                + $"{run.Market.Hash:x16}\nsteps {run.Market.Steps}\nevents {run.Market.Events}\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
