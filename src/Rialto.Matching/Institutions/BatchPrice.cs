namespace Rialto.Matching;

/// <summary>
/// Which of the prices that clear a batch it trades at. They are an interval: see <see cref="ClearingPrice"/>.
/// </summary>
/// <remarks>
/// The k-double auctions: the price is k of the way from the lowest to the highest clearing price. Sources: Chatterjee
/// and Samuelson, Operations Research 31(5), 1983, for one buyer and one seller; Satterthwaite and Williams, Rev. Econ.
/// Studies 56(4), 1989, for many, where k = 1 is the buyer's bid double auction.
/// </remarks>
public enum BatchPrice : byte
{
    /// <summary>k = ½, a half tick rounded up, in favour of the sellers: the rule of the LEEPS exchange.</summary>
    MidpointUp,

    /// <summary>k = ½, a half tick rounded to the even price, so that in the long run it favours nobody.</summary>
    Midpoint,

    /// <summary>
    /// k = 1, the highest clearing price: the buyers' bids set it, and no seller who trades can move it. It is not the
    /// buyers' favourite.
    /// </summary>
    Buyer,

    /// <summary>
    /// k = 0, the lowest clearing price: the sellers' offers set it, and no buyer who trades can move it.
    /// </summary>
    Seller,
}
