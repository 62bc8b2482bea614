namespace Rialto.Trading;

/// <summary>The direction of an order.</summary>
public enum Side : byte { Buy, Sell }

/// <summary>What differs between the two sides of a book, said once for both.</summary>
/// <remarks>
/// Computed, not branched on: which side comes next nobody can guess, and a processor that tries loses time.
/// </remarks>
public static class SidePriority
{
    extension(Side side)
    {
        public Side Opposite => unchecked((Side)((int)side ^ 1));

        /// <summary>+1 for buying, −1 for selling.</summary>
        public int Sign => 1 - (2 * (int)side);

        /// <summary>
        /// Whether an order on this side limited at <paramref name="limit"/> may trade at <paramref name="price"/>.
        /// </summary>
        public bool Crosses(Price limit, Price price) =>
            ((limit.Ticks >= price.Ticks) & (side == Side.Buy)) | ((limit.Ticks <= price.Ticks) & (side != Side.Buy));

        /// <summary>
        /// Whether <paramref name="price"/> stands before <paramref name="other"/> in this side's priority.
        /// </summary>
        public bool IsBetter(Price price, Price other) =>
            ((price.Ticks > other.Ticks) & (side == Side.Buy)) | ((price.Ticks < other.Ticks) & (side != Side.Buy));
    }
}
