namespace Rialto.Trading;

/// <summary>One match as the public sees it.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Side">That of the incoming order; meaningless when <paramref name="Liquidity"/> is Auction.</param>
/// <param name="Liquidity">Removed for a continuous match, Auction for one in an auction.</param>
public readonly record struct Trade(Timestamp At, Side Side, Liquidity Liquidity, Price Price, Quantity Quantity);
