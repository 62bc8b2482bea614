namespace Rialto.Agents;

/// <summary>An agent's place among its group.</summary>
/// <param name="Value">From 1.</param>
/// <param name="Of">How many the group has.</param>
public readonly record struct AgentNumber(int Value, int Of);
