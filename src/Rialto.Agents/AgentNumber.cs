namespace Rialto.Agents;

/// <summary>An agent's place among its group, from 1.</summary>
public readonly record struct AgentNumber(int Value);
