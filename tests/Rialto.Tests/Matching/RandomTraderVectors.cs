using System.Globalization;
using Rialto.Matching;

namespace Rialto.Tests.Matching;

/// <summary>
/// The examples of the async random-trader study: an order is shrunk when its account cannot settle the match.
/// </summary>
/// <remarks>
/// Traders 1 to 4 begin with 100 of cash and 10 lots unless the lots say otherwise. The old results are ours.
/// </remarks>
public sealed class RandomTraderVectors
{
    [Theory]
    // rests although it costs 1000
    [InlineData("10 10 10 10", "1 buy 100@10", "100@10 /", "100/10 100/10 100/10 100/10")]
    [InlineData("10 10 10 10", "1 buy 100@10, 2 sell 5@10", "95@10 /", "50/15 150/5 100/10 100/10")]
    [InlineData("10 10 10 10", "1 buy 5@80, 2 sell 5@80", "/ 4@80", "20/11 180/9 100/10 100/10")]
    [InlineData("10 10 10 10", "1 buy 5@180, 2 sell 5@180", "/ 5@180", "100/10 100/10 100/10 100/10")]
    [InlineData("10 1 10 10", "1 buy 10@2, 2 sell 5@2", "9@2 /", "98/11 102/0 100/10 100/10")]
    [InlineData("10 0 10 10", "1 buy 10@2, 2 sell 5@2", "10@2 /", "100/10 100/0 100/10 100/10")]
    [InlineData("10 10 10 10", "1 sell 5@80, 2 buy 5@80", "/ 4@80", "180/9 20/11 100/10 100/10")]
    [InlineData("10 10 10 10", "1 sell 5@180, 2 buy 5@180", "/ 5@180", "100/10 100/10 100/10 100/10")]
    [InlineData("1 10 10 10", "1 sell 10@2, 2 buy 5@2", "4@2 /", "102/0 98/11 100/10 100/10")]
    [InlineData("0 10 10 10", "1 sell 10@2, 2 buy 5@2", "5@2 /", "100/0 100/10 100/10 100/10")]
    [InlineData("10 10 10 10", "1 buy 1@4, 2 buy 2@3, 3 buy 3@1, 4 sell 4@2", "3@1 / 1@2", "96/11 94/12 100/10 110/7")]
    [InlineData(
        "10 10 10 10", "1 sell 1@4, 2 sell 2@5, 3 sell 3@7, 4 buy 4@6", "1@6 / 3@7", "104/9 110/8 100/10 86/13")]
    [InlineData("10 10 10 10", "1 buy 1@5, 2 buy 1@5, 3 sell 1@5", "1@5 /", "95/11 100/10 105/9 100/10")]
    [InlineData("10 10 10 10", "1 sell 1@5, 2 sell 1@5, 3 buy 1@5", "/ 1@5", "105/9 100/10 95/11 100/10")]
    public void What_traders_do_ends_in_these_accounts(string lots, string actions, string book, string accounts)
    {
        foreach (TestedVenue venue in Enum.GetValues<TestedVenue>())
        {
            MarketTape market = Begin(lots, venue);
            foreach (string action in actions.Split(", "))
            {
                string[] words = action.Split(' ', '@');
                (int trader, long quantity, long price) = (
                    (int)Number(words[0]) - 1, Number(words[2]), Number(words[3]));
                _ = words[1] == "buy"
                    ? market.Buy(quantity, price, by: trader)
                    : market.Sell(quantity, price, by: trader);
            }

            Assert.Equal(book, market.Book());
            Assert.Equal(accounts, string.Join(' ', Enumerable.Range(0, 4).Select(trader =>
                $"{market.CashOf(trader)}/{market.LotsOf(trader)}")));
        }
    }

    [Fact]
    public void A_cancel_works_once_and_only_for_what_was_entered()
    {
        MarketTape market = Begin("10 10 10 10", TestedVenue.Real);
        market.Buy(1, at: 5).Forget().Cancel(1).Cancel(1).Cancel(2, by: MarketTape.Bob);

        Assert.Equal(
            ["0 canceled 1 1 remaining 0 Requested", "0 bid 0@5 of 0", "0 rejected 1 UnknownOrder",
                "0 rejected 2 UnknownOrder"],
            market.Events);
    }

    static MarketTape Begin(string lots, TestedVenue venue) => new(
        settlement: SettlementPolicy.ShrinkAtMatch, cash: [100, 100, 100, 100],
        lots: [.. lots.Split(' ').Select(Number)], venue: venue);

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
