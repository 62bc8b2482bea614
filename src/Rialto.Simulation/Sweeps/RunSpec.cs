using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rialto.Simulation;

/// <summary>One run, complete in itself: a whole scenario as text, its seed included.</summary>
/// <remarks>
/// Whoever has it can execute it: alone, inside a sweep, on another machine. The events are the same bytes everywhere.
/// </remarks>
public sealed class RunSpec
{
    /// <param name="configuration">A scenario in YAML that names its seed.</param>
    /// <param name="seed">The same seed as a number.</param>
    public RunSpec(string configuration, ulong seed)
    {
        (Configuration, Seed) = (configuration, seed);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration)));
    }

    public string Configuration { get; }

    public ulong Seed { get; }

    /// <summary>Names the run: the SHA-256 of its configuration, as 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>A scenario with a seed of its own.</summary>
    public static RunSpec Of(Scenario scenario, ulong seed)
    {
        scenario.Document.Set("seed", default, new ScalarNode(default, seed.ToString(CultureInfo.InvariantCulture)));
        return new RunSpec(YamlDocument.Write(scenario.Document), seed);
    }

    /// <summary>A scenario that shares nothing with that of any other run.</summary>
    /// <param name="kinds">The agents that it may name.</param>
    /// <param name="folder">Where files are looked for that the configuration still names.</param>
    public Scenario Read(AgentKinds kinds, string folder) =>
        new ScenarioReader(kinds).Read(YamlDocument.Read(Configuration, $"run {Hash[..12]}"), folder);
}
