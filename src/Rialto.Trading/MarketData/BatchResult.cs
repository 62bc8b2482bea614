namespace Rialto.Trading;

/// <summary>What a batch auction did.</summary>
/// <param name="At">When it took place.</param>
/// <param name="Price">Where it cleared, or would have; null if a side was empty.</param>
/// <param name="Cleared">Lots traded.</param>
public readonly record struct BatchResult(Timestamp At, Price? Price, Quantity Cleared);
