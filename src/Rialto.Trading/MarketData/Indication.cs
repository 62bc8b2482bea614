namespace Rialto.Trading;

/// <summary>Where an auction would clear now.</summary>
/// <param name="Price">The indicated price.</param>
/// <param name="Paired">Lots that would trade.</param>
/// <param name="Imbalance">Bid minus ask quantity at that price, in lots.</param>
public readonly record struct Indication(Price Price, Quantity Paired, long Imbalance);
