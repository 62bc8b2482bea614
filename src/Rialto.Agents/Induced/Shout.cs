using Rialto.Trading;

namespace Rialto.Agents;

/// <summary>A bid or an offer as the whole room hears it, and whether somebody has taken it.</summary>
/// <param name="Side">Buy for a bid, sell for an offer.</param>
/// <param name="Price">At which price.</param>
/// <param name="IsAccepted">
/// Whether it has just traded; otherwise it has just been made, and nobody has taken it at once.
/// </param>
public readonly record struct Shout(Side Side, Price Price, bool IsAccepted);
