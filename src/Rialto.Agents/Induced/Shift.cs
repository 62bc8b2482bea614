using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>
/// From a time on, customers' values lie so much higher or lower: how a market's supply and demand move.
/// </summary>
/// <param name="At">When, since the trader began.</param>
/// <param name="By">By how much; not in addition to earlier shifts.</param>
public sealed record Shift(Duration At, Ticks By);
