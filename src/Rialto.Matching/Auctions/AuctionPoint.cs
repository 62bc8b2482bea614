using Rialto.Trading;

namespace Rialto.Matching;

/// <summary>Where an auction would clear.</summary>
/// <param name="Price">The one price of all trades.</param>
/// <param name="Paired">The lots that would trade; never zero.</param>
/// <param name="Imbalance">Lots that would buy at this price, minus lots that would sell.</param>
readonly record struct AuctionPoint(Price Price, Quantity Paired, long Imbalance);
