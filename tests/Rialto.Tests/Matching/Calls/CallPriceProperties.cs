using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>The price of a call, and who trades, against a search through every price.</summary>
public sealed class CallPriceProperties
{
    const int Books = 100_000;

    /// <summary>Each case with the last price traded at the venue, which is that of the call before.</summary>
    [Theory]
    [InlineData(Rationing.Time)]
    [InlineData(Rationing.ProRata)]
    public void Every_small_book_clears_as_a_search_through_all_prices_says(Rationing rationing)
    {
        RandomStream random = new(20_260_101, $"calls/{rationing}");
        CallSession session = new(new CallRules { Rationing = rationing });
        long? reference = null;
        int ties = 0;
        for (int book = 0; book < Books; book++)
        {
            CallOrder[] orders = [.. Enumerable.Range(0, (int)random.NextBetween(1, 8)).Select(_ => Any(random))];
            CallByLots expected = new(orders, reference);

            (long? price, long volume, long[] executed) = session.Clear(orders);

            Assert.Equal((book, expected.Price), (book, price));
            Assert.Equal((book, expected.Price is { } at ? expected.VolumeAt(at) : 0), (book, volume));
            Assert.Equal(expected.Executed(rationing), executed);
            ties += price != new CallByLots(orders).Price ? 1 : 0;
            reference = price ?? reference;
        }

        Assert.InRange(ties, Books / 100, Books);
    }

    static CallOrder Any(RandomStream random) =>
        new(
            random.NextBoolean(), random.NextBelow(6) == 0 ? null : random.NextBetween(-3, 6),
            random.NextBetween(1, 6));
}
