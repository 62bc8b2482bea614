using Rialto.Matching;

namespace Rialto.Tests.Matching;

/// <summary>The price of a call, rule by rule, on books small enough to check by hand.</summary>
public sealed class CallPriceTests
{
    const string Nothing = "nothing";

    /// <summary>
    /// Orders, buying before the stroke: lots@price, or lots alone at market; then lots@price of the call.
    /// </summary>
    [Theory]
    // Most lots: 5 at 10, where at 9 or 11 there would be 3.
    [InlineData("3@11 2@10 / 3@9 2@10", "5@10")]
    // 4 trade from 8 to 12. At 9 and below nobody is left over, at 10 and above one seller is: least imbalance is 0
    // from 8 to 9.
    [InlineData("4@12 / 4@8 1@10", "4@9")]
    // 4 trade from 8 to 12, and five would buy everywhere up to 12: highest.
    [InlineData("5@12 / 4@8", "4@12")]
    // … and five would sell everywhere from 8 on: lowest.
    [InlineData("4@12 / 5@8", "4@8")]
    // Surplus of buyers, smaller from 11 on, where the bid at 10 is out: 1 left over from 11 to 12, highest.
    [InlineData("5@12 2@10 / 4@8", "4@12")]
    // Nobody left over from 8 to 12: midpoint. And from 8 to 11: half a tick, up.
    [InlineData("4@12 / 4@8", "4@10")]
    [InlineData("4@11 / 4@8", "4@10")]
    [InlineData("4@-8 / 4@-11", "4@-9")]
    // One buyer left over at 10, one seller at 11, and nothing between: midpoint of 9 to 12, as far as both stay one.
    [InlineData("4@20 1@10 3@8 / 4@1 1@11 3@13", "4@11")]
    // Two buyers left over at 10, one seller at 11: 11. And the other way round.
    [InlineData("4@20 2@10 / 4@1 1@11", "4@11")]
    [InlineData("4@20 1@10 / 4@1 2@11", "4@10")]
    // Market orders name no price, and take those of the others: pressure to the highest and lowest named.
    [InlineData("5 / 3@7", "3@7")]
    [InlineData("5 1@2 / 3@7", "3@7")]
    [InlineData("5 / 3@7 1@9", "4@9")]
    [InlineData("3@7 / 5", "3@7")]
    [InlineData("3@7 / 5 1@9", "3@7")]
    [InlineData("5 2@4 / 5 2@8", "5@6")]
    // No price is named, or nothing meets.
    [InlineData("5 / 5", Nothing)]
    [InlineData("5@9 / 5@10", Nothing)]
    [InlineData("5@9 /", Nothing)]
    [InlineData("/", Nothing)]
    public void The_price_is_that_of_the_first_rule_that_decides(string book, string cleared)
    {
        CallOrder[] orders = OrdersOf(book);

        (long? price, long volume, _) = new CallSession(new CallRules()).Clear(orders);

        Assert.Equal(cleared, price is null ? Nothing : $"{volume}@{price}");
        Assert.Equal(price, new CallByLots(orders).Price); // The search that all random books are compared with.
    }

    /// <summary>The last price decides only where without it the midpoint would: it is 10 here.</summary>
    [Theory]
    [InlineData("4@20 / 4@6", "4@10")]
    [InlineData("4@9 / 4@6", "4@9")]
    [InlineData("4@20 / 4@16", "4@16")]
    [InlineData("4 / 4", "4@10")]
    [InlineData("5@20 / 4@6", "4@20")]
    public void The_last_price_breaks_the_last_tie(string book, string cleared)
    {
        CallSession session = new(new CallRules());
        Assert.Equal(10, session.Clear(OrdersOf("1@10 / 1@10")).Price);

        (long? price, long volume, _) = session.Clear(OrdersOf(book));

        Assert.Equal(cleared, $"{volume}@{price}");
    }

    static CallOrder[] OrdersOf(string book)
    {
        string[] sides = book.Split('/');
        return [.. Side(sides[0], buys: true), .. Side(sides[1], buys: false)];
    }

    static IEnumerable<CallOrder> Side(string orders, bool buys) =>
        from order in orders.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = order.Split('@')
        select new CallOrder(buys, parts.Length > 1 ? Number(parts[1]) : null, Number(parts[0]));

    static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
