namespace Rialto.Trading;

/// <summary>One price on one side of a book.</summary>
/// <param name="Price">In ticks.</param>
/// <param name="Quantity">The sum of what rests there, in lots.</param>
/// <param name="Orders">How many orders rest there.</param>
public readonly record struct Level(Price Price, Quantity Quantity, int Orders);
