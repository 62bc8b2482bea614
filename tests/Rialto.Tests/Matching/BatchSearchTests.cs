using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Matching;

/// <summary>
/// A hundred thousand small books under every price rule, and one rationing rule each, against a search over all
/// prices.
/// </summary>
public sealed class BatchSearchTests
{
    const int Books = 100_000;
    const int Highest = 11;

    readonly EventBuffer _events = new();
    readonly long[] _shares = new long[12];

    [Fact]
    public void A_batch_clears_where_a_search_says_and_shares_as_its_rule_says()
    {
        RandomStream random = new(20_260_101, "books");
        BatchPrice[] prices = Enum.GetValues<BatchPrice>();
        Rationing[] rationings = Enum.GetValues<Rationing>();
        Clearing clearing = new(
            new MarketDirectory(["venue"], [new Instrument { Symbol = "XYZ", TickSize = 1 }], [new Participant(
                "p", "people", default, [0])]),
            SettlementPolicy.Unlimited);
        Venue[,] venues = new Venue[prices.Length, rationings.Length];
        foreach (BatchPrice price in prices)
        {
            foreach (Rationing rationing in rationings)
            {
                BatchRules rules = new() { Interval = new(10), Price = price, Rationing = rationing };
                venues[(int)price, (int)rationing] = new Venue([rules], clearing, _ => new RandomStream(1, "lots"));
            }
        }

        long name = 0;
        for (int book = 0; book < Books; book++)
        {
            Limit[] orders = AnyBook(random);
            Search search = new(orders);
            foreach (BatchPrice price in prices)
            {
                Rationing rationing = rationings[(book + (int)price) % rationings.Length];
                (Price? told, long cleared) = Clear(venues[(int)price, (int)rationing], orders, name);
                search.Check(price, told, cleared);
                CheckShares(orders, rationing, told?.Ticks ?? 0, cleared);
            }

            name += orders.Length;
        }
    }

    static Limit[] AnyBook(RandomStream random)
    {
        Limit[] orders = new Limit[random.NextBetween(0, 12)];
        for (int i = 0; i < orders.Length; i++)
        {
            Side side = random.NextBetween(0, 1) == 0 ? Side.Buy : Side.Sell;
            bool hasPrice = random.NextBetween(0, 7) > 0;
            orders[i] = new Limit(
                side, hasPrice, hasPrice ? random.NextBetween(0, Highest) : 0, random.NextBetween(1, 6));
        }

        return orders;
    }

    /// <summary>Enters the orders, lets the batch clear, notes what each order got, and cancels what is left.</summary>
    (Price? Told, long Cleared) Clear(Venue venue, Limit[] orders, long name)
    {
        Timestamp batch = venue.NextDeadline(default)!.Value;
        Timestamp now = batch - new Duration(1);
        for (int i = 0; i < orders.Length; i++)
        {
            venue.Apply(
                default(Request) with
                {
                    Side = orders[i].Side,
                    Type = orders[i].HasPrice ? OrderType.Limit : OrderType.Market,
                    Order = new(name + i + 1),
                    Limit = new(orders[i].Price),
                    Quantity = new(orders[i].Lots),
                },
                now, _events);
        }

        _events.Clear();
        venue.Advance(default, batch, _events);
        Price? told = null;
        long cleared = 0;
        Array.Clear(_shares);
        foreach (MarketEvent happened in _events.Written)
        {
            if (happened.Kind == EventKind.Executed)
                _shares[happened.Order.Value - name - 1] += happened.Quantity.Lots;
            if (happened.Kind == EventKind.AuctionEnded)
                cleared = happened.Quantity.Lots;
            if (happened.Kind == EventKind.Indication || (happened.Kind == EventKind.AuctionEnded && cleared > 0))
                told = happened.Price;
        }

        venue.Apply(default(Request) with { Kind = RequestKind.CancelAll }, now, _events);
        _events.Clear();
        return (told, cleared);
    }

    void CheckShares(Limit[] orders, Rationing rationing, long price, long cleared)
    {
        foreach (Side side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            int[] ofSide = [.. Enumerable.Range(0, orders.Length).Where(i => orders[i].Side == side)];
            Assert.Equal(cleared, ofSide.Sum(i => _shares[i]));
            long left = cleared;
            foreach (IGrouping<long, int> level in ofSide.GroupBy(i => orders[i].Rank).OrderBy(level => level.Key))
            {
                long lots = level.Sum(i => orders[i].Lots);
                long shared = level.Sum(i => _shares[i]);
                Assert.Equal(Math.Min(left, lots), shared);
                Assert.True(shared == 0 || level.All(i => orders[i].Accepts(price)));
                CheckLevel(orders, [.. level], rationing, shared, lots);
                left -= shared;
            }
        }
    }

    void CheckLevel(Limit[] orders, int[] level, Rationing rationing, long shared, long lots)
    {
        Assert.All(level, i => Assert.InRange(_shares[i], 0, orders[i].Lots));
        switch (rationing)
        {
            case Rationing.RandomByAge:
                Assert.InRange(level.Count(i => _shares[i] > 0 && _shares[i] < orders[i].Lots), 0, 1);
                break;
            case Rationing.Time:
                int served = level.TakeWhile(i => _shares[i] == orders[i].Lots).Count();
                Assert.All(level.Skip(served + 1), i => Assert.Equal(0, _shares[i]));
                break;
            default:
                Assert.All(level, i =>
                    Assert.InRange((_shares[i] * lots) - (orders[i].Lots * shared), 1 - lots, lots - 1));
                Assert.All(level.Zip(level.Skip(1)), pair => Assert.True(
                    orders[pair.First].Lots != orders[pair.Second].Lots
                        || _shares[pair.First] >= _shares[pair.Second]));
                break;
        }
    }

    readonly record struct Limit(Side Side, bool HasPrice, long Price, long Lots)
    {
        /// <summary>Better ones are smaller.</summary>
        public long Rank => HasPrice ? -Side.Sign * Price : long.MinValue;

        public bool Accepts(long price) => !HasPrice || (Side == Side.Buy ? Price >= price : Price <= price);

        /// <summary>Whether it would rather trade than not.</summary>
        public bool Gains(long price) => Accepts(price) && !(HasPrice && Price == price);
    }

    /// <summary>Every price that somebody names, and those between.</summary>
    readonly struct Search
    {
        readonly bool _hasPrice;
        readonly long _most;
        readonly long _leastImbalance = long.MaxValue;
        readonly long _lowest;
        readonly long _highest;
        readonly long[] _imbalance = new long[Highest + 1];

        public Search(Limit[] orders)
        {
            long[] named = [.. orders.Where(order => order.HasPrice).Select(order => order.Price)];
            _hasPrice = named.Length > 0
                && orders.Any(order => order.Side == Side.Buy)
                && orders.Any(order => order.Side == Side.Sell);
            if (!_hasPrice)
                return;

            List<long> clearing = [];
            for (long price = named.Min(); price <= named.Max(); price++)
            {
                long demand = Lots(orders, Side.Buy, order => order.Accepts(price));
                long supply = Lots(orders, Side.Sell, order => order.Accepts(price));
                long volume = Math.Min(demand, supply);
                _imbalance[price] = Math.Abs(demand - supply);
                _leastImbalance = volume > _most ? _imbalance[price]
                    : volume == _most ? Math.Min(_leastImbalance, _imbalance[price])
                    : _leastImbalance;
                _most = Math.Max(_most, volume);

                // Walras: whoever gains by trading can, and whoever is indifferent makes up the balance.
                if (Lots(orders, Side.Buy, order => order.Gains(price)) <= supply
                    && Lots(orders, Side.Sell, order => order.Gains(price)) <= demand)
                    clearing.Add(price);
            }

            // Where more is bought, or sold, at any price than all others would give, the price goes as far as anybody
            // named.
            bool isBought = Lots(orders, Side.Buy, order => !order.HasPrice) > Lots(orders, Side.Sell, _ => true);
            _lowest = clearing.Count > 0 ? clearing[0] : isBought ? named.Max() : named.Min();
            _highest = clearing.Count > 0 ? clearing[^1] : _lowest;
        }

        public void Check(BatchPrice rule, Price? told, long cleared)
        {
            Assert.Equal(_hasPrice, told is not null);
            Assert.Equal(_most, cleared);
            if (told is not { Ticks: var price })
                return;

            decimal half = (_lowest + _highest) / 2m;
            decimal expected = rule switch
            {
                BatchPrice.MidpointUp => Math.Ceiling(half),
                BatchPrice.Midpoint => Math.Round(half, MidpointRounding.ToEven),
                BatchPrice.Buyer => _highest,
                _ => _lowest,
            };
            Assert.Equal(expected, price);
            bool isBetween = price > _lowest && price < _highest;
            if (isBetween || _lowest == _highest)
                Assert.Equal(_leastImbalance, _imbalance[price]);
        }

        static long Lots(Limit[] orders, Side side, Func<Limit, bool> which)
        {
            long sum = 0;
            foreach (Limit order in orders)
                sum += order.Side == side && which(order) ? order.Lots : 0;

            return sum;
        }
    }
}
