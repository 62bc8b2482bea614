namespace Rialto.Analysis;

/// <summary>How much demand exceeded supply at the best quotes.</summary>
/// <remarks>
/// A change of the best quotes contributes e = [Pᵇ ≥ Pᵇ₋]·qᵇ − [Pᵇ ≤ Pᵇ₋]·qᵇ₋ − [Pᵃ ≤ Pᵃ₋]·qᵃ + [Pᵃ ≥ Pᵃ₋]·qᵃ₋, where
/// the index − means before. The imbalance of a span of time is the sum over the changes in it. Unit: lots.
/// A bid that appears improves on none, a bid that vanishes gives way to none; asks likewise.
/// Source: R. Cont, A. Kukanov, S. Stoikov, "The price impact of order book events", J. Financial Econometrics 12(1),
/// 2014, pp. 47–88, equations (2)–(3).
/// </remarks>
public static class OrderFlowImbalance
{
    public static long Of(in BestBidOffer before, in BestBidOffer after)
    {
        long bid = OfSide(before.BidLots, after.BidLots, after.BidTicks.CompareTo(before.BidTicks));
        long ask = OfSide(before.AskLots, after.AskLots, before.AskTicks.CompareTo(after.AskTicks));
        return bid - ask;
    }

    /// <param name="before">Lots at the best price before; zero if the side was absent.</param>
    /// <param name="after">Lots at the best price now; zero if the side is absent.</param>
    /// <param name="improvement">Positive if the price now is better than before, negative if it is worse.</param>
    static long OfSide(long before, long after, int improvement) =>
        before == 0 ? after
        : after == 0 ? -before
        : (improvement >= 0 ? after : 0) - (improvement <= 0 ? before : 0);
}
