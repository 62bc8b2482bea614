namespace Rialto.Trading;

/// <summary>The direction of an order.</summary>
public enum Side : byte { Buy, Sell }

/// <summary>What differs between the two sides of a book, said once for both.</summary>
public static class SidePriority
{
    extension(Side side)
    {
        public Side Opposite => side == Side.Buy ? Side.Sell : Side.Buy;

        /// <summary>+1 for buying, −1 for selling.</summary>
        public int Sign => side == Side.Buy ? 1 : -1;

        /// <summary>Whether an order on this side limited at <paramref name="limit"/> may trade at <paramref name="price"/>.</summary>
        public bool Crosses(Price limit, Price price) => side == Side.Buy ? limit >= price : limit <= price;

        /// <summary>Whether <paramref name="price"/> stands before <paramref name="other"/> in this side's priority.</summary>
        public bool IsBetter(Price price, Price other) => side == Side.Buy ? price > other : price < other;
    }
}
