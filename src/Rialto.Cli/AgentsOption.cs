using System.CommandLine;
using Rialto.Simulation;

namespace Rialto.Cli;

/// <summary>The option <c>--agents</c>: assemblies with agents that are not the library's.</summary>
sealed class AgentsOption : Option<string[]>
{
    public AgentsOption(string description)
        : base("--agents") => (Description, HelpName) = (description, "dll");

    public static AgentsOption OfYourOwn() =>
        new("An assembly with agents of your own; see docs/agents.md. May be repeated.");

    public string[] Files(ParseResult options) => options.GetValue(this) ?? [];

    /// <summary>The library's agents, and those of the assemblies.</summary>
    /// <exception cref="ScenarioException">One of them cannot be loaded.</exception>
    public AgentKinds Kinds(ParseResult options)
    {
        AgentKinds kinds = new();
        foreach (string file in Files(options))
            kinds.AddFile(file);

        return kinds;
    }
}
