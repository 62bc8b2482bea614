using Rialto.Journal;
using Rialto.Markets;
using Rialto.Matching;
using Rialto.Trading;

namespace Rialto.Tests.Markets;

/// <summary>Market data order by order, of the venues that are asked for them.</summary>
public sealed class OrderDataTests
{
    [Fact]
    public void Orders_rebuilt_from_market_data_are_the_levels_of_the_book()
    {
        ShownBooks books = new();
        Market market = Run(books, 0, 2);

        Assert.True(books.Shown > 100);
        Assert.True(books.Reduced > 100);
        Assert.NotEmpty(market.Levels(new(new(0), new(0)), Side.Buy));
        foreach (Listing listing in (Listing[])[
            new(new(0), new(0)), new(new(0), new(1)), new(new(2), new(0)), new(new(2), new(1))])
        {
            foreach (Side side in (Side[])[Side.Buy, Side.Sell])
                Assert.Equal(market.Levels(listing, side), books.Levels(listing, side));
        }
    }

    [Fact]
    public void Only_the_venues_that_are_asked_tell_of_orders_and_nothing_else_changes()
    {
        ShownBooks none = new();
        ShownBooks some = new();
        Market usual = Run(none);
        Market market = Run(some, 2);

        Assert.Equal((0, 0), (none.Shown, none.Reduced));
        Assert.Equal([new VenueId(2)], some.Venues.Distinct());
        Assert.Equal(none.Others, some.Others);
        Assert.Equal(usual.Events + some.Shown + some.Reduced, market.Events);
    }

    [Fact]
    public void A_batch_auction_shows_no_orders()
    {
        ShownBooks books = new();
        Run(books, 1);

        Assert.Equal(0, books.Shown);
    }

    static Market Run(ShownBooks books, params int[] showing)
    {
        MarketSetup setup = NoisyMarket.Setup(7, SettlementPolicy.Reserve, TieBreak.Random);
        Market market = new(setup with
        {
            Venues = [.. setup.Venues.Select((venue, v) => venue with { ShowsOrders = showing.Contains(v) })],
        });
        books.Market = market;
        market.Add(books);
        market.RunUntil(Clock.At(500));
        return market;
    }

    /// <summary>
    /// What somebody knows of the books who is told of orders only. After each step it is what the levels say.
    /// </summary>
    sealed class ShownBooks : IMarketListener
    {
        readonly List<(Listing Listing, Side Side, OrderNumber Number, Price Price, Quantity Lots)> _orders = [];
        readonly List<MarketEvent> _others = [];

        public Market? Market { get; set; }

        public long Shown { get; private set; }

        public long Reduced { get; private set; }

        public List<VenueId> Venues { get; } = [];

        public IReadOnlyList<MarketEvent> Others => _others;

        public void OnStep(in Step step)
        {
            Listing listing = step.Input.Listing;
            bool any = false;
            foreach (MarketEvent happened in step.Events)
            {
                if (happened.Kind is EventKind.OrderShown or EventKind.OrderReduced)
                {
                    any = true;
                    Follow(listing, happened);
                }
                else
                {
                    _others.Add(happened);
                }
            }

            if (!any)
                return;

            Venues.Add(listing.Venue);
            foreach (Side side in (Side[])[Side.Buy, Side.Sell])
            {
                Assert.Equal(
                    Market!.DisplayedBook(listing).WorstFirst(side).ToArray().Reverse(), Levels(listing, side));
            }
        }

        /// <summary>The levels of a side, best first.</summary>
        public Level[] Levels(Listing listing, Side side) =>
        [
            .. _orders.Where(order => order.Listing == listing && order.Side == side)
                .GroupBy(order => order.Price)
                .Select(level => new Level(level.Key, new Quantity(level.Sum(order => order.Lots.Lots)), level.Count()))
                .OrderBy(level => -side.Sign * level.Price.Ticks),
        ];

        void Follow(Listing listing, in MarketEvent happened)
        {
            OrderNumber number = happened.Number;
            if (happened.Kind == EventKind.OrderShown)
            {
                Shown++;
                _orders.Add((listing, happened.Side, number, happened.Price, happened.Quantity));
                return;
            }

            Reduced++;
            int place = _orders.FindIndex(order => order.Listing.Venue == listing.Venue && order.Number == number);
            Assert.Equal(_orders[place].Lots, happened.Quantity + happened.Remaining);
            if (happened.Remaining == Quantity.Zero)
                _orders.RemoveAt(place);
            else
                _orders[place] = _orders[place] with { Lots = happened.Remaining };
        }
    }
}
