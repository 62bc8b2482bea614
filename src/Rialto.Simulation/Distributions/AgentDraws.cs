using Rialto.Trading;

namespace Rialto.Simulation;

/// <summary>The random numbers by which one agent of a group gets its own parameters.</summary>
/// <remarks>
/// One stream per agent and key, <c>populations/group/7/shade</c>: another agent, or another key that is drawn, leaves
/// it as it was.
/// </remarks>
/// <param name="Seed">The run's seed.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Number">The agent's place in it, from 1.</param>
sealed record AgentDraws(ulong Seed, string Group, int Number)
{
    public RandomStream For(string key) => new(Seed, $"populations/{Group}/{Number}/{key}");
}
